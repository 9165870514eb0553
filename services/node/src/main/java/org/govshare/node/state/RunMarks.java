package org.govshare.node.state;

import java.util.List;

/**
 * The marks of a channel's last runs.
 *
 * @param marks the latest last
 */
public record RunMarks(List<RunMark> marks) {}
