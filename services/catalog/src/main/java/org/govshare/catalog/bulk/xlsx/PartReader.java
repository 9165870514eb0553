package org.govshare.catalog.bulk.xlsx;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one part of a workbook. */
public interface PartReader {

  /**
   * Reads as far as it likes.
   *
   * @param xml before the root element; declarations of document types are not obeyed
   */
  void read(XMLStreamReader xml) throws XMLStreamException;
}
