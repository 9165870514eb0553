package org.govshare.catalog.export.dcat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.govshare.catalog.export.CatalogueEntry;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.UpdateFrequency;

/**
 * The controlled vocabularies that DCAT-AP 3 names: the authority tables of the Publications Office
 * of the European Union, the ADMS code lists and the media types of IANA.
 */
final class Vocabulary {

  static final String ADMS = "http://www.w3.org/ns/adms#";
  static final String DCATAP = "http://data.europa.eu/r5r/";
  static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

  static final IRI CHINA = authority("country/CHN");
  static final IRI CHINESE = authority("language/ZHO");
  static final IRI DATA_THEMES = authority("data-theme");
  static final IRI AVAILABLE = authority("planned-availability/AVAILABLE");
  static final IRI COMPLETED = authority("distribution-status/COMPLETED");
  static final IRI REGIONAL_AUTHORITY =
      Values.iri("http://purl.org/adms/publishertype/RegionalAuthority");
  static final IRI LOCAL_AUTHORITY =
      Values.iri("http://purl.org/adms/publishertype/LocalAuthority");
  static final IRI TERMS_UNKNOWN = Values.iri("http://purl.org/adms/licencetype/UnknownIPR");
  static final IRI ATTRIBUTION = Values.iri("http://purl.org/adms/licencetype/Attribution");
  static final IRI PUBLIC_DOMAIN = Values.iri("http://purl.org/adms/licencetype/PublicDomain");
  static final IRI OTHER_TERMS =
      Values.iri("http://purl.org/adms/licencetype/OtherRestrictiveClauses");
  static final IRI CREATED = Values.iri("http://purl.org/adms/changetype/created");
  static final IRI UPDATED = Values.iri("http://purl.org/adms/changetype/updated");
  static final IRI PROFILE = Values.iri(DCATAP);

  /** "Provisional data": what the table offers where it has no entry for a format. */
  private static final String NO_FILE_TYPE = "OP_DATPRO";

  private static final Map<String, String> FILE_TYPES =
      Map.ofEntries(
          Map.entry("xml", "XML"),
          Map.entry("txt", "TXT"),
          Map.entry("doc", "DOC"),
          Map.entry("docx", "DOCX"),
          Map.entry("html", "HTML"),
          Map.entry("pdf", "PDF"),
          Map.entry("ppt", "PPT"),
          Map.entry("pptx", "PPTX"),
          Map.entry("csv", "CSV"),
          Map.entry("json", "JSON"),
          Map.entry("xls", "XLS"),
          Map.entry("xlsx", "XLSX"),
          Map.entry("access", "MDB"),
          Map.entry("dbf", "DBF"),
          Map.entry("dbase", "DBF"),
          Map.entry("jpg", "JPEG"),
          Map.entry("gif", "GIF"),
          Map.entry("bmp", "BMP"),
          Map.entry("png", "PNG"),
          Map.entry("tiff", "TIFF"),
          Map.entry("mpg", "MPEG2"),
          Map.entry("mp4", "MPEG4"),
          Map.entry("rest", "REST"),
          Map.entry("soap", "XML"));

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("XML", "application/xml"),
          Map.entry("TXT", "text/plain"),
          Map.entry("DOC", "application/msword"),
          Map.entry(
              "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          Map.entry("HTML", "text/html"),
          Map.entry("PDF", "application/pdf"),
          Map.entry("PPT", "application/vnd.ms-powerpoint"),
          Map.entry(
              "PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
          Map.entry("CSV", "text/csv"),
          Map.entry("JSON", "application/json"),
          Map.entry("XLS", "application/vnd.ms-excel"),
          Map.entry("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          Map.entry("DBF", "application/vnd.dbf"),
          Map.entry("JPEG", "image/jpeg"),
          Map.entry("GIF", "image/gif"),
          Map.entry("BMP", "image/bmp"),
          Map.entry("PNG", "image/png"),
          Map.entry("TIFF", "image/tiff"),
          Map.entry("MPEG2", "video/mpeg"),
          Map.entry("MPEG4", "video/mp4"),
          Map.entry("SQL", "application/sql"));

  private Vocabulary() {}

  static IRI authority(String path) {
    return Values.iri("http://publications.europa.eu/resource/authority/" + path);
  }

  static IRI theme(String code) {
    return authority("data-theme/" + code);
  }

  /** 每旬 is three times a month. */
  static IRI frequency(UpdateFrequency frequency) {
    return authority(
        "frequency/"
            + switch (frequency) {
              case REALTIME -> "UPDATE_CONT";
              case DAILY -> "DAILY";
              case WEEKLY -> "WEEKLY";
              case TEN_DAYS -> "MONTHLY_3";
              case MONTHLY -> "MONTHLY";
              case QUARTERLY -> "QUARTERLY";
              case YEARLY -> "ANNUAL";
              case IRREGULAR -> "IRREG";
            });
  }

  static IRI accessRight(OpenType openType) {
    return authority(
        "access-right/"
            + switch (openType) {
              case OPEN -> "PUBLIC";
              case ON_REQUEST -> "RESTRICTED";
              case CLOSED -> "NON_PUBLIC";
            });
  }

  static IRI fileType(CatalogueEntry entry) {
    return authority("file-type/" + fileTypeCode(entry));
  }

  /** The media type, where it is known. */
  static Optional<IRI> mediaType(CatalogueEntry entry) {
    return Optional.ofNullable(MEDIA_TYPES.get(fileTypeCode(entry)))
        .map(type -> Values.iri("https://www.iana.org/assignments/media-types/" + type));
  }

  private static String fileTypeCode(CatalogueEntry entry) {
    return entry
        .formatType()
        .map(type -> FILE_TYPES.get(type.toLowerCase(Locale.ROOT)))
        .orElseGet(
            () ->
                switch (entry.format()) {
                  case DATABASE -> "SQL";
                  case SELF_DESCRIBING -> "XML";
                  case SERVICE_INTERFACE -> "REST";
                  case ELECTRONIC_FILE, SPREADSHEET, IMAGE, STREAMING_MEDIA -> NO_FILE_TYPE;
                });
  }
}
