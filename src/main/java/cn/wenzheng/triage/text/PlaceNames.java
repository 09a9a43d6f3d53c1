package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like the name of a place, by the way such names end. A name begins where the small words before it
 * end, because Chinese puts no space there.
 */
final class PlaceNames {

    /** How names of places end, by what they name. */
    private enum Kind {
        /** Named by a number: a school, a line. */
        NUMBERED(3, 0, "(?<![一二三四五六七八九十百0-9])[一二三四五六七八九十]{1,2}(中|小|幼)(?![心学午年区孩型时国块段部点会片截半碗袋瓶个杯条只伙口包股圈盒节旬秋药医途])"
                + "|(?<![一二三四五六七八九十百0-9])[一二三四五六七八九十]院(?!子)|(?<![A-Za-z0-9])[0-9]{1,3}路(?!人|口)|地铁[0-9一二三四五六七八九十]{1,2}号线|老年大学|(?<![A-Za-z0-9])[GS][0-9]{2,4}(?![0-9])|[一-龥](?<![一二三四五六七八九十两几大我你他咱人国自全本老家回在到每这那各住谁娘婆顾])家[沟湾坪岔梁沿台塬窑滩岗坡岭堡铺庄营寨圈洼]|[东西南北]门(?=外|里(?!面)|口|桥)|(?<![一-龥])[一-龥]湖(?![水边里面])|[东西南北]湖|(?<![一-龥])[东西南北中]街(?!道)|[内外东西南北]环(?!境|保|绕|节|卫)[路线]?"),
        /** Where people live and work. */
        ESTATE(3, 1, "小区|花园|家园|新村|家属院|[东西南北]院|宿舍楼|宿舍|公寓|(?<=[一-龥])[华名豪嘉佳雅丽景书学帝御]([府庭苑邸园城])|[康安和乐庆福怡翠兰馨]苑|世家|水岸|半岛|庄园|山庄|绿洲|郡|花苑"
                + "|新城|国际|写字楼|大厦|祠堂|居园|居苑|水城|(?<=[^一二两三几多这那哪公村城屋家夜手心])里(?=[0-9一二三四五六七八九十]+(号|栋|幢|单元|期)|社区|小区|[东西南北]门)|商住楼|安置房|安置区|公馆|[一-龥](?<![水海港河转])湾(?=地下|小区|[0-9东西南北])"),
        /** What serves the public. */
        HOUSE(3, 1, "小学|中学|完小|幼儿园|技师学校|职校|职院|学校|学院|大学|医院|妇幼院|保健院|卫生院|卫生室|养老院|敬老院|福利院|诊所|火车站|汽车站|客运站|[东西南北]站|检测站|收费站|加油站|公交站|地铁站|服务站|服务区|中转站|搅拌站"
                + "|广场|公园|夜市|早市|菜市场|市场|装饰城|手机城|商场|商城|商圈|商街|超市|影城|影剧院|电影院|体育馆|体育场|图书馆|博物馆|文化馆|科技馆|纪念馆|殡仪馆|物流园|工业园|产业园|景区|林场|农场|牧场|机场|水库|湿地|公墓|陵园|之家|车管所"
                + "|派出所|法院|残联|网点|营业厅|政务大厅|服务大厅|服务中心|培训中心|活动中心|便民中心|砖厂|药厂|化工厂|纸厂|电子厂|毛纺厂|水泥厂|工地|驾校|宾馆|酒店|饭庄|饭店|支行|科技|冷饮城|门市部|步道|婚恋|窗口|健身房|高中|初中|职高|技校|分校|[东西南北新老]校区|附中|附小|党校|卫校|商贸城|建材城|批发城|商品城|家具城|汽贸城|美食城|百货|购物中心|美食街|小吃街|商业街|古镇|古城|科技园|创业园|软件园|示范园|园区|生活区|家属区|住宅区|棚户区|别墅区|码头|渡口|大坝|餐厅|饭馆|火锅店|药店|网吧|影院|洗浴|美容院|停车场|养殖场|搅拌厂|合作社|供热站|换热站|泵站|搬迁点"),
        /** What a city has one of, so that people name it without more. */
        SOLE(2, 0, "[一-龥]{2}之家|火车站|高铁站|客运站|汽车站|机场|政务大厅|市民中心|市民大厅|行政中心|会展中心|体育中心|图书馆|博物馆|体育馆|科技馆|文化馆|档案馆|动物园|植物园|殡仪馆|车管所|人民医院|中医院|中心医院|儿童医院|妇幼保健院|妇幼院|人民公园|人民广场|中心广场|青?少年宫|步行街|儿童公园|老年大学|看守所|火葬场|污水处理厂|垃圾填埋场|热电厂"),
        /** What leads somewhere. */
        WAY(3, 2, "大道|公路|大街|中路|街(?!道|坊|舞|拍|头)|路(?![过口边由段灯面牌沿基子途障况费])|巷|胡同|大桥|桥(?!梁|洞|面|栏)|隧道|高速|国道|省道|干渠|(?<!支)渠(?!道|水)|河(?!道|水|边)|湖(?!水|边)|沟(?!通|道|里)|阁|立交|转盘|环岛|十字"),
        /** What may end in one sign only when something of an estate follows. */
        YARD(3, 2, "(?<![菜果校公家乐花田儿学林陵故庄惠入离转民托])园(?![长方所])(?![区林丁艺子])|(?<!政)府(?!邸)|苑|轩(?!然)|(?<![家法开休出])庭(?!审|院)|(?<![全县老进满省古长围])城(?![市里区管东西南北乡建墙镇])|[一-龥]湾(?!路)|居(?=小区|[0-9])|墅"),
        /** Where somebody is at home. */
        TOWN(2, 2, "村(?!民|委|干|支|医|镇|主任|会计|账)|社区|镇(?!上|政府)|乡(?!下|村|亲|镇|政府)|街道(?!办)|庄(?!稼)|屯|堡(?!垒)|湾(?!路)|营(?!业|运|养|商|销)|岔|坪|[东西南北]?梁(?!镇|路)"),
        /** Who does something there. */
        FIRM(1, 2, "房产(?!证|开|局|税|中介|过|登)|公司|集团|(?<![商门饭小本快书到在这那的开住])店(?![主员家里铺])|(?<![工老本])厂(?![家里子商方长区])|(?<!煤)矿(?!上|工|区|泉|山)|镇政府|乡政府|办事处|居委会|村委会|司法所|[民社公税城房][政保安务管][局所]|交警队|大队|银行|机构|[一-龥]{2}寺"),
        /** Whatever has numbered buildings. */
        HOUSES(2, 2, "(?=(?<![0-9一二三四五六七八九十])[0-9]{1,3}(号楼|栋|幢|单元|层|座|号院))"),
        /** The widest. */
        COUNTY(1, 2, "区(?!别|域|间|分|块|里|内)|县(?!里|城|上)|旗(?!袍|帜|号)|市(?!场|民|政|区|值|面|里|价|级)");

        private final int worth;
        private final int shortest;
        private final Pattern ends;

        Kind(int worth, int shortest, String ends) {
            this.worth = worth;
            this.shortest = shortest;
            this.ends = Pattern.compile(ends);
        }

        /** A school or a market bears the name of its road. */
        boolean isNamedAfterOthers() {
            return this == ESTATE || this == HOUSE;
        }
    }

    /**
     * A name in a text.
     *
     * @param worth how exactly such a name says where it is
     */
    record Name(int from, int to, int worth) {

        int length() {
            return to - from;
        }
    }

    /** Signs that stand before a name and hardly in one. */
    private static final String BEFORE = "的在到从去是于对就我你他她们这那有没了着给向把被让请问您看住即因为反映又还也都很太再跟往离及或者由叫至与说想过将等前后始觉得连内每嫌";

    /** Names in which such a sign stands all the same. */
    private static final Pattern KEPT = Pattern.compile(
            "前进|前卫|太平|太阳|太湖|太和|将军|都市|连云|大连|理想|梦想|内环|向阳|向荣|后海|有色|看守|人为|得胜|得月|为民|对外|这里|过境|与时");

    /** The words by which somebody comes to speak of a place. */
    private static final Pattern OPENING = Pattern.compile(
            ".*(来电人|反映|举报|投诉|希望|请求|建议|表扬|感谢|求助|咨询|关于|位于|家住|家在|坐落|整条|[一二两三几某][张个家处座栋条位名所间段片]|[0-9一二三四五六七八九十]月份?|[0-9]日|[0-9]点"
                    + "|求(?=.{3})|靠(?=.{3})|不许|逛|炸|司机|公安|[昨今明前]天|今早|昨晚|晚上|早上|下午|上午|中午|傍晚|凌晨|半夜|最近|目前|现在|如今|已经|[去今明前]年|上周|本周|周[一二三四五六日末]|咱|俺|老家|新建|现有|附近|路过|经过|途经|开往|沿着?(?=.{3})|骑(?=.{3})|租(?=.{3})|买(?=.{3})"
                    + "|没|能|会(?!展)|要|绕行|开往|改线|送(?=.{3})|做|进(?=.{2})|打(?=.{2})|利用|冒充|了解|督促|管管|夜里|楼下|楼上|赶|下了?雨|人骂|以及|保险和|接(?=.{3})|年(?=.{3})|镇上(?=.{2})|处理|解决|取缔|加快|整治|改善|恳请|期盼|来自|支持|配合|整顿|公开|关注|替|幸亏|所以|专人|隔壁|邻居|孩子|老人|爱人|父母|上班|下班|放学|打车|开车|坐车|听说|发现|看见|原来|其实|居住|入住|所住|搬来|修(?=.{4})|走(?=.{3})|当初|自打|自从|针对|并且|而且|可是|但是|只要|只有|尤其|特别|以及|还是|之前|之后)",
            Pattern.DOTALL);

    /** What stands before the ending of a common noun. */
    private static final Pattern COMMON = Pattern.compile(
            "[本该老新大小全一两菜夜早农私公民国各别每整高超车客同乡村好破]|.*(断头|送餐|快速|水泥|柏油|乡间|环城|上班|上学|回家|外省农|几个|多个|周边|附近|旁边|对面|隔壁|楼下|门口|村口|小区|工业|摊位|老工业"
                    + "|自治|人行|过街|臭水|排水|心脏搭|公立|私立|民办|公办|乡镇|县城|城里|城市|私家|三甲|定点|大型|小型|各大|专科|正规|外地|外省|本地|农产品|二手|劳动力|房地产|建筑|楼盘|施工|小吃|网上|线上|招生|职业"
                    + "|技工|驾驶|取药|挂号|收费|办事|报名|服务|缴费|退费|唯一|高等|寄宿|重点|民工|初级|高级|全国|集体|员工|职工|学生|教师|单身|青年|廉租|出租|国有|高档|老旧|咱们|国家|非法|农村|便民|人工|臭|垃圾|建筑|物业|公交|热力|供水|燃气|保险|快递|保洁|劳务|开发|中介|装修|一家|[家和或]|电力|自来水|运输|出租|金融|银行|家政|旅游|开发商|乡村|最远的|城东上|替|亏|幸亏|所以|镇上|镇上农技|镇上农资|电镀|我们|这家|那家|人才|培训|教育|一所|所在|当地|本地|附近|农商|商业|地摊|露天|地下|路边|门前|楼前|院里|居民|业主|住户|孤|公共|配套|正规|连锁|网红|化工|加工|作坊|砖|水泥|石料|砂石|蔬菜|生鲜|水果|早餐|理发|美容|烧烤|便利|五金|奶茶|服装|鞋|火锅|彩票|洗车|修车|手机)");

    /** What ends like a place and is none. */
    private static final Pattern NONE = Pattern.compile(
            ".*(走路|修路|铁路|线路|思路|套路|半路|带路|里路|一路|支路|送路|条路|马路|道路|公路网|网路|后路|生路|出路|领路|让路|学路|下乡|返乡|还乡|农村|全村|通村|驻村|进村|搭桥|修桥|过桥|架桥|[修跑上下占]高速|[年天次]街|[条半]街|逛街|上街|牧区|牧场|灾区|片区内|救助镇|返镇"
                    + "|时间窗口|[哪一二三四五六七八九两几个]个?窗口|哪个学校|支广场|文明城市|本市|全市|外市|全县|各县|外县|全镇|全乡|校区|学区|双区|治沟|清沟|挖沟|修渠|没渠|好里|以里|家里|进里|路口里|的里|高科技|新科技)|(农|安置房)工地|4S店|开发商|.*(堵|化|建|改|变|拆|占|成|放|做|用|盯|开|装)(成|了)?(停车场|网站|驿站|网吧|基站|公园|广场|餐厅|药店|饭馆)|[一二三四五六七八九十两几]个.*|.*(上|下)(初中|高中|小学|中学|大学|幼儿园)|.*[放盯]驿站");

    /** What can stand behind a name and says more exactly where. */
    private static final Pattern BEHIND = Pattern.compile(
            "(村|乡|镇|小区|社区|街道|院|场|城市?|派出所|手机城|小学|中学|[东西南北]?[0-9一二三四五六七八九十]{1,4}(号楼|栋|幢|座|号院|号|期|单元|组|社|队|斗|楼)|[东西南北中][段区门片头]|家属院|路口|[东西南北]口|十字路口|急诊|门诊|[一-龥]{0,4}窗口)*");

    private static final Pattern CROSSING = Pattern.compile("^[与和跟、及]([一-龥]{1,5}[路街道巷])?[一-龥]{0,3}(交叉路口|交叉口|交汇处|交汇|交口|路口|十字)");

    private static final int LONGEST = 8;

    /** More signs of places in a row are an address: its narrower part says enough. */
    private static final int FARTHEST = 12;

    private PlaceNames() {}

    /** All names; where one lies within another only the longer one. */
    static List<Name> in(String text) {
        List<Name> names = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.ends.matcher(text);
            while (matcher.find()) {
                add(names, text, matcher, kind);
            }
        }
        return chained(names);
    }

    /** A village behind its town says where it is together with it. */
    private static List<Name> chained(List<Name> names) {
        names.sort(Comparator.comparingInt(Name::from));
        List<Name> chained = new ArrayList<>();
        for (Name name : names) {
            Name last = chained.isEmpty() ? null : chained.get(chained.size() - 1);
            if (last != null && last.to == name.from && name.worth > Kind.FIRM.worth && name.to - last.from <= FARTHEST) {
                chained.set(chained.size() - 1, new Name(last.from, name.to, Math.max(last.worth, name.worth)));
            } else {
                chained.add(name);
            }
        }
        return chained;
    }

    /** A wider name that begins in a narrower one is that one's tail, or begins behind it. */
    private static void add(List<Name> names, String text, Matcher matcher, Kind kind) {
        int from = beginning(text, matcher.start());
        Name before = names.stream()
                .filter(name -> name.from < matcher.end() && name.to > from)
                .max(Comparator.comparingInt(Name::to))
                .orElse(null);
        if (before != null && (before.to == matcher.start() || before.from >= from && before.to < matcher.start() && kind.isNamedAfterOthers() && isProper(text, before.to, matcher))) {
            names.remove(before);
            names.add(new Name(before.from, end(text, matcher.end()), Math.max(before.worth, kind.worth)));
        } else {
            int start = before == null ? from : before.to;
            if (matcher.start() - start >= kind.shortest && isProper(text, start, matcher)) {
                names.add(new Name(start, end(text, matcher.end()), kind.worth));
            }
        }
    }

    private static boolean isProper(String text, int from, Matcher ending) {
        return from == ending.start()
                || !COMMON.matcher(text.substring(from, ending.start())).matches()
                        && !NONE.matcher(text.substring(from, ending.end())).matches();
    }

    static int end(String text, int end) {
        String rest = text.substring(end, Math.min(text.length(), end + 2 * LONGEST));
        Matcher crossing = CROSSING.matcher(rest);
        if (crossing.find()) {
            return end + crossing.end();
        }
        Matcher behind = BEHIND.matcher(rest);
        return behind.lookingAt() ? end + behind.end() : end;
    }

    private static int beginning(String text, int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST && isOfName(text, from - 1)) {
            from--;
        }
        while (from > 0 && from < end && isToken(text.charAt(from - 1)) && isToken(text.charAt(from))) {
            from--;
        }
        Matcher opening = OPENING.matcher(text).region(from, end);
        return opening.lookingAt() ? opening.end() : from;
    }

    private static boolean isToken(char sign) {
        return sign < 128 && Character.isLetterOrDigit(sign);
    }

    private static boolean isOfName(String text, int at) {
        char sign = text.charAt(at);
        return Character.isLetterOrDigit(sign)
                && (BEFORE.indexOf(sign) < 0
                        || KEPT.matcher(text.substring(Math.max(0, at - 1), Math.min(text.length(), at + 2)))
                                .find());
    }
}
