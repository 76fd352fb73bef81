//! The instruments that items cite: real ones, with their rank and last article (editions in force in November 2026).
//! Which article an item cites is invented; it only lies within the instrument.

use std::num::NonZeroU16;

use qingdan::codelist::{InstrumentStatus, LegalRank};
use qingdan::model::{ArticleRef, Citation, LegalInstrument};

use super::parts::{id, refer, text};
use super::random::Random;

/// A law or administrative regulation.
pub(crate) struct Law {
    /// The id of its record.
    pub(crate) id: &'static str,
    title: &'static str,
    pub(crate) rank: LegalRank,
    last_article: u16,
}

const fn law(id: &'static str, title: &'static str, last_article: u16) -> Law {
    Law { id, title, rank: LegalRank::Law, last_article }
}

const fn regulation(id: &'static str, title: &'static str, last_article: u16) -> Law {
    Law { id, title, rank: LegalRank::AdministrativeRegulation, last_article }
}

impl Law {
    /// The instrument with this id.
    pub(crate) fn named(id: &str) -> &'static Self {
        LAWS.iter().find(|law| law.id == id).unwrap()
    }

    /// The full title.
    pub(crate) fn title(&self) -> String {
        let country = if self.rank == LegalRank::Law { "中华人民共和国" } else { "" };
        format!("{country}{}", self.title)
    }

    /// A record of it.
    pub(crate) fn record(&self) -> LegalInstrument {
        let mut record = LegalInstrument::new(id(self.id), text(self.title()), self.rank, InstrumentStatus::InForce);
        record.last_article = NonZeroU16::new(self.last_article);
        record
    }

    /// A citation of these articles by the record.
    pub(crate) fn at(&self, articles: &[u16]) -> Citation {
        let mut citation = Citation::default();
        citation.instrument = Some(refer(self.id));
        citation.articles =
            articles.iter().map(|&article| ArticleRef::new(NonZeroU16::new(article).unwrap())).collect();
        citation
    }

    /// A citation of some article, by record, by title, or with the text of the cell.
    ///
    /// `late` for the chapter on liability, which stands towards the end.
    pub(crate) fn somewhere(&self, random: &mut Random, late: bool) -> Citation {
        let last = usize::from(self.last_article);
        let (from, to) = if late { (last * 2 / 3, last - 2) } else { (3, last * 2 / 3) };
        let number = |random: &mut Random, to| NonZeroU16::new(u16::try_from(random.between(1, to)).unwrap());
        let article = u16::try_from(random.between(from, to)).unwrap();
        let mut citation = self.at(&[article]);
        if random.one_in(2) {
            citation.articles[0].paragraph = number(random, 3);
            if random.one_in(3) {
                citation.articles[0].item = number(random, 6);
            }
        }
        if random.one_in(2) {
            citation.instrument = None;
            citation.title = Some(text(self.title()));
            citation.rank = random.one_in(2).then_some(self.rank);
            if random.one_in(3) {
                citation.text = citation.canonical().map(text);
            }
        }
        citation
    }
}

/// The instruments.
pub(crate) const LAWS: &[Law] = &[
    // Of all powers.
    law("licensing-law", "行政许可法", 83),
    law("penalty-law", "行政处罚法", 86),
    law("coercion-law", "行政强制法", 71),
    regulation("business-environment", "优化营商环境条例", 72),
    regulation("online-services", "国务院关于在线政务服务的若干规定", 16),
    regulation("information", "政府信息公开条例", 56),
    law("discipline", "公职人员政务处分法", 68),
    // By department.
    regulation("investment-approval", "企业投资项目核准和备案管理条例", 24),
    regulation("public-investment", "政府投资条例", 39),
    law("price-law", "价格法", 48),
    law("energy-saving-law", "节约能源法", 87),
    regulation("grain", "粮食流通管理条例", 56),
    law("education-law", "教育法", 86),
    law("private-education-law", "民办教育促进法", 67),
    law("sports-law", "体育法", 122),
    regulation("school-buses", "校车安全管理条例", 62),
    law("small-business-law", "中小企业促进法", 61),
    regulation("radio", "无线电管理条例", 85),
    regulation("explosives", "民用爆炸物品安全管理条例", 55),
    law("public-order-law", "治安管理处罚法", 144),
    law("traffic-law", "道路交通安全法", 124),
    regulation("security-guards", "保安服务管理条例", 52),
    regulation("mass-events", "大型群众性活动安全管理条例", 26),
    law("charity-law", "慈善法", 125),
    regulation("funerals", "殡葬管理条例", 73),
    regulation("associations", "社会团体登记管理条例", 37),
    regulation("social-assistance", "社会救助暂行办法", 70),
    regulation("place-names", "地名管理条例", 44),
    law("lawyers-law", "律师法", 60),
    law("notaries-law", "公证法", 47),
    law("legal-aid-law", "法律援助法", 71),
    law("accounting-law", "会计法", 51),
    law("procurement-law", "政府采购法", 88),
    regulation("fiscal-offences", "财政违法行为处罚处分条例", 35),
    law("labor-law", "劳动法", 107),
    law("social-insurance-law", "社会保险法", 98),
    regulation("labor-market", "人力资源市场暂行条例", 48),
    regulation("labor-inspection", "劳动保障监察条例", 36),
    law("land-law", "土地管理法", 87),
    law("minerals-law", "矿产资源法", 80),
    law("planning-law", "城乡规划法", 70),
    law("surveying-law", "测绘法", 68),
    law("construction-law", "建筑法", 85),
    regulation("construction-quality", "建设工程质量管理条例", 82),
    regulation("gas", "城镇燃气管理条例", 55),
    regulation("drainage", "城镇排水与污水处理条例", 59),
    law("highways-law", "公路法", 87),
    regulation("road-transport", "道路运输条例", 82),
    regulation("highway-protection", "公路安全保护条例", 77),
    law("water-law", "水法", 82),
    law("soil-conservation-law", "水土保持法", 60),
    law("flood-law", "防洪法", 65),
    regulation("river-courses", "河道管理条例", 51),
    regulation("water-abstraction", "取水许可和水资源费征收管理条例", 58),
    law("animal-diseases-law", "动物防疫法", 113),
    law("seeds-law", "种子法", 92),
    law("livestock-law", "畜牧法", 94),
    regulation("pesticides", "农药管理条例", 66),
    regulation("veterinary-drugs", "兽药管理条例", 75),
    law("tourism-law", "旅游法", 112),
    regulation("performances", "营业性演出管理条例", 57),
    regulation("entertainment", "娱乐场所管理条例", 58),
    regulation("internet-cafes", "互联网上网服务营业场所管理条例", 38),
    law("infectious-diseases-law", "传染病防治法", 115),
    law("occupational-diseases-law", "职业病防治法", 88),
    regulation("medical-institutions", "医疗机构管理条例", 53),
    law("work-safety-law", "安全生产法", 119),
    regulation("dangerous-chemicals", "危险化学品安全管理条例", 102),
    regulation("fireworks", "烟花爆竹安全管理条例", 46),
    law("food-safety-law", "食品安全法", 154),
    law("drugs-law", "药品管理法", 155),
    law("special-equipment-law", "特种设备安全法", 101),
    law("product-quality-law", "产品质量法", 74),
    regulation("market-entities", "市场主体登记管理条例", 55),
    law("forest-law", "森林法", 84),
    law("grassland-law", "草原法", 75),
    law("sand-law", "防沙治沙法", 47),
    law("wildlife-law", "野生动物保护法", 64),
    law("electricity-law", "电力法", 75),
    law("coal-law", "煤炭法", 67),
    law("pipelines-law", "石油天然气管道保护法", 61),
    regulation("city-appearance", "城市市容和环境卫生管理条例", 45),
    regulation("urban-greening", "城市绿化条例", 33),
    law("environment-code", "生态环境法典", 1242),
    regulation("religion", "宗教事务条例", 77),
    regulation("ethnic-townships", "民族乡行政工作条例", 24),
    law("relics-law", "文物保护法", 101),
    regulation("museums", "博物馆条例", 47),
    law("air-defence-law", "人民防空法", 53),
    law("mobilisation-law", "国防动员法", 82),
    regulation("franchises", "商业特许经营管理条例", 34),
    regulation("scrap-vehicles", "报废机动车回收管理办法", 28),
    law("fire-law", "消防法", 74),
    law("meteorology-law", "气象法", 45),
    regulation("weather-disasters", "气象灾害防御条例", 48),
    law("tobacco-law", "烟草专卖法", 43),
    law("tax-law", "税收征收管理法", 94),
    regulation("invoices", "发票管理办法", 43),
    // Of townships.
    law("villages-law", "村民委员会组织法", 50),
];
