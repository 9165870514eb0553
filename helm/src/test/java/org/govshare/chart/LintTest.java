package org.govshare.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LintTest {

  @ParameterizedTest
  @MethodSource("org.govshare.chart.Chart#examples")
  void examplePassesLint(Path example, @TempDir Path directory) throws IOException {
    var result = Chart.lint(example, directory);

    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    assertThat(result.getMessages())
        .noneMatch(message -> message.contains("[ERROR]") || message.contains("[WARNING]"));
  }

  @Test
  void chartAloneNamesWhatTheOperatorMustSay() {
    var result = new Helm(Chart.HOME).lint().call();

    assertThat(result.isFailed()).isTrue();
    assertThat(String.join("\n", result.getMessages()))
        .contains("/global/database/host")
        .contains("/global/broker/host")
        .contains("/global/identity/issuerUrl")
        .contains("/global/network/ingressController/peers")
        .contains("/database/credentials/secretName")
        .contains("/broker/credentials/secretName")
        .contains("/client/secretName")
        .contains("/ingress/host")
        .contains("/ingress/tlsSecretName");
  }
}
