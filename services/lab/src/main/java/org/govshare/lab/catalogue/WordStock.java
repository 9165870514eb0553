package org.govshare.lab.catalogue;

import java.util.List;

/** Words that the names of real catalogues are made of. */
final class WordStock {

  static final List<String> CITIES =
      words("石家庄市 唐山市 秦皇岛市 邯郸市 邢台市 保定市 张家口市 承德市 沧州市 廊坊市 衡水市 雄安新区 定州市 辛集市");

  static final List<String> COUNTIES =
      words(
          "长安区 桥西区 新华区 裕华区 藁城区 鹿泉区 栾城区 井陉县 正定县 行唐县 灵寿县 高邑县 深泽县 赞皇县 无极县 平山县 元氏县 赵县"
              + " 晋州市 新乐市 路南区 路北区 古冶区 开平区 丰南区 丰润区 曹妃甸区 滦南县 乐亭县 迁西县 玉田县 遵化市 迁安市 滦州市"
              + " 海港区 山海关区 北戴河区 抚宁区 青龙满族自治县 昌黎县 卢龙县 邯山区 丛台区 复兴区 峰峰矿区 肥乡区 永年区 临漳县 成安县"
              + " 大名县 涉县 磁县 邱县 鸡泽县 广平县 馆陶县 魏县 曲周县 武安市 襄都区 信都区 任泽区 南和区 临城县 内丘县 柏乡县 隆尧县"
              + " 宁晋县 巨鹿县 新河县 广宗县 平乡县 威县 清河县 临西县 南宫市 沙河市 竞秀区 莲池区 满城区 清苑区 徐水区 涞水县 阜平县"
              + " 定兴县 唐县 高阳县 容城县 涞源县 望都县 安新县 易县 曲阳县 蠡县 顺平县 博野县 雄县 涿州市 安国市 高碑店市");

  static final List<String> GEOGRAPHIC_THEMES =
      words(
          "水系要素 居民地要素 道路交通 境界政区 地貌高程 植被土质 管线设施 地名地址 数字正射影像 数字高程模型 地表覆盖 地理国情普查 土地利用现状"
              + " 永久基本农田 生态保护红线 城镇开发边界 矿产资源分布 采矿权登记 探矿权登记 地质灾害隐患点 地下水监测 湿地资源 林地保护利用"
              + " 草原监测 海岸线修测 海域使用权 不动产登记单元 宗地权籍 建设用地审批 土地供应 闲置土地 耕地质量等别 测量控制点 卫星导航基准站"
              + " 遥感影像 三维建模 地下管网 街景影像 规划用地 控制性详细规划 国土空间总体规划 土地整治项目 矿山地质环境 地质资料 古生物化石产地"
              + " 地热资源 测绘成果 地图审核 湖泊水库 河流流域");

  static final List<String> GEOGRAPHIC_KINDS =
      words(
          "空间数据 矢量数据 属性信息 专题图 监测成果 普查成果 更新成果 目录信息 变更记录 统计汇总 质量检查结果 元数据 历史档案 核查结果 分布图"
              + " 年度成果 点位信息 图斑信息 影像成果 台账");

  static final List<String> SUBJECTS =
      words(
          "企业法人 个体工商户 社会组织 事业单位 机关法人 外商投资企业 农民专业合作社 建筑施工企业 食品生产企业 药品经营企业 医疗机构 民办学校"
              + " 旅行社 律师事务所 会计师事务所 危险化学品企业 道路运输企业 高新技术企业 科技型中小企业 行业协会商会");

  static final List<String> MATTERS =
      words(
          "设立登记 变更登记 注销登记 年度报告 行政许可 行政处罚 监督检查 抽查检查 经营异常名录 严重违法失信 资质认定 资格证书 信用评价 纳税信用"
              + " 社会保险缴纳 统计基本单位 股权出质 动产抵押 商标注册 专利授权 安全生产许可 排污许可 产品质量抽检 表彰奖励 投诉举报处理 法定代表人"
              + " 股东出资 分支机构 主要人员 联系方式");

  static final List<String> CITY_THEMES =
      words(
          "市政道路 城市桥梁 供水管网 排水防涝 燃气供应 集中供热 园林绿化 路灯照明 环卫设施 垃圾处理 户外广告 违法建设 物业服务 房屋租赁 公共停车场"
              + " 建筑工地扬尘 渣土运输 公厕分布 共享单车 井盖管理 数字城管案件 商品房预售 保障性住房 老旧小区改造");

  static final List<String> TOURISM_THEMES =
      words("景区景点 旅行社 星级饭店 导游 旅游厕所 乡村旅游 红色旅游 旅游线路 节庆活动 客流统计 博物馆 非物质文化遗产 文物保护单位 旅游投诉 农家乐");

  static final List<String> RELIEF_THEMES =
      words("城市低保 农村低保 特困人员供养 临时救助 医疗救助 受灾人员救助 孤儿保障 困难残疾人补贴 流浪乞讨救助 低收入家庭认定");

  static final List<String> SAFETY_THEMES =
      words("重点人群 矛盾纠纷 社会治安 网格事件 校园安全 护路护线 出租房屋 特殊行业 信访事项 公共安全视频");

  static final List<String> KINDS =
      words("信息 基本信息 名单 登记信息 统计信息 明细 目录 台账 公示信息 汇总数据 办理结果 年度情况 审批信息 核查信息 档案");

  /** Names of items, the column they lie in, their kind and length. */
  static final List<String> ITEMS =
      List.of(
          "统一社会信用代码 tyshxydm C 18",
          "机构名称 jgmc C 200",
          "法定代表人姓名 fddbrxm C 50",
          "证件类型 zjlx C 4",
          "证件号码 zjhm C 30",
          "注册资本 zczb Y 0",
          "成立日期 clrq D 0",
          "登记机关 djjg C 100",
          "经营范围 jyfw M 0",
          "住所 zs C 300",
          "行业代码 hydm C 6",
          "行政区划代码 xzqhdm C 6",
          "行政区划名称 xzqhmc C 50",
          "联系电话 lxdh C 20",
          "邮政编码 yzbm C 6",
          "登记状态 djzt C 2",
          "核准日期 hzrq D 0",
          "有效期起 yxqq D 0",
          "有效期止 yxqz D 0",
          "许可证编号 xkzbh C 50",
          "许可内容 xknr M 0",
          "处罚决定书文号 cfjdswh C 100",
          "处罚事由 cfsy M 0",
          "处罚金额 cfje Y 0",
          "检查结果 jcjg C 50",
          "检查日期 jcrq D 0",
          "从业人数 cyrs I 0",
          "营业收入 yysr Y 0",
          "纳税信用等级 nsxydj C 1",
          "要素代码 ysdm C 10",
          "要素名称 ysmc C 100",
          "图斑编号 tbbh C 20",
          "图斑面积 tbmj F 0",
          "地类编码 dlbm C 5",
          "地类名称 dlmc C 60",
          "坐落位置 zlwz C 200",
          "经度 jd F 0",
          "纬度 wd F 0",
          "高程 gc F 0",
          "坐标系 zbx C 30",
          "比例尺 blc C 20",
          "分辨率 fbl F 0",
          "数据源 sjy C 50",
          "采集时间 cjsj T 0",
          "更新时间 gxsj T 0",
          "权属单位 qsdw C 100",
          "权属性质 qsxz C 2",
          "使用权人 syqr C 100",
          "用途 yt C 50",
          "建筑面积 jzmj F 0",
          "项目名称 xmmc C 200",
          "批准文号 pzwh C 100",
          "负责人 fzr C 50",
          "主管部门 zgbm C 100",
          "开工日期 kgrq D 0",
          "竣工日期 jgrq D 0",
          "投资总额 tzze Y 0",
          "设施编号 ssbh C 30",
          "设施类型 sslx C 20",
          "管径 gj I 0",
          "材质 cz C 20",
          "长度 cd F 0",
          "宽度 kd F 0",
          "等级 dj C 10",
          "救助对象姓名 jzdxxm C 50",
          "家庭人口数 jtrks I 0",
          "月人均收入 yrjsr Y 0",
          "救助金额 jzje Y 0",
          "发放日期 ffrq D 0",
          "景区名称 jqmc C 100",
          "开放时间 kfsj C 100",
          "门票价格 mpjg Y 0",
          "日接待量 rjdl I 0",
          "事件编号 sjbh C 30",
          "事件描述 sjms M 0",
          "处理结果 cljg C 200",
          "处理时限 clsx I 0",
          "是否公示 sfgs L 0",
          "审核意见 shyj M 0",
          "备注 bz M 0");

  private WordStock() {}

  static List<String> words(String text) {
    return List.of(text.split(" "));
  }
}
