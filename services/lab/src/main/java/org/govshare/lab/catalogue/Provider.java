package org.govshare.lab.catalogue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A department that provides resources.
 *
 * @param code its code
 * @param name its name
 */
record Provider(String code, String name) {

  /** The nine departments of every installation, then those that the synthetic catalogue adds. */
  static final List<Provider> ALL =
      Stream.concat(
              pairs(
                  "gs 省工商局 mz 省民政厅 sw 省税务局 bb 省编委办 tj 省统计局 rs 省人力资源和社会保障厅"
                      + " zj 省质量技术监督局 ga 省公安厅 xxzx 省信息资源管理中心"),
              pairs(
                  "zrzy 省自然资源厅 zjt 省住房和城乡建设厅 wlt 省文化和旅游厅 fgw 省发展和改革委员会"
                      + " jyt 省教育厅 kjt 省科学技术厅 gxt 省工业和信息化厅 mzzj 省民族宗教事务厅"
                      + " sft 省司法厅 czt 省财政厅 sthj 省生态环境厅 jtys 省交通运输厅 slt 省水利厅"
                      + " nync 省农业农村厅 swt 省商务厅 wjw 省卫生健康委员会 yjgl 省应急管理厅"
                      + " sjt 省审计厅 gzw 省国有资产监督管理委员会 gdj 省广播电视局 tyj 省体育局"
                      + " lcj 省林业和草原局 ylbz 省医疗保障局 jrj 省地方金融监督管理局 xfj 省信访局"
                      + " rfb 省人民防空办公室 lsj 省粮食和物资储备局 dzj 省地震局 qxj 省气象局"
                      + " ypjd 省药品监督管理局 zscq 省知识产权局 yzj 省邮政管理局 txj 省通信管理局"
                      + " yancao 省烟草专卖局 mhj 省民用航空管理局 cl 省残疾人联合会 zgh 省总工会"
                      + " gsl 省工商业联合会 kx 省科学技术协会"))
          .toList();

  private static Stream<Provider> pairs(String words) {
    String[] each = words.split(" ");
    return IntStream.range(0, each.length / 2)
        .mapToObj(i -> new Provider(each[2 * i], each[2 * i + 1]));
  }

  /** The departments that take part in a library. */
  static List<Provider> of(Library library) {
    int first =
        switch (library) {
          case LEGAL_PERSON -> 0;
          case GEOGRAPHY -> 9;
          case CITY -> 10;
          case TOURISM -> 11;
          case RELIEF -> 1;
          case SAFETY -> 37;
        };
    return ALL.subList(first, first + library.departments());
  }
}
