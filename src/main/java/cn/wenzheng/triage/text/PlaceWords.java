package cn.wenzheng.triage.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells where a name begins, and a name from a common noun that ends like one. */
final class PlaceWords {

    /** Signs that stand before a name and hardly in one. */
    private static final String BEFORE = "的在到从去是于对就我你他她们这那有没了着给向把被让请问您看住即因为反映又还也都很太再跟往离及或者由叫至与说想过将等前后始觉得连内每嫌";

    /** Names in which such a sign stands all the same. */
    private static final Pattern KEPT =
            Pattern.compile("前进|前卫|太平|太阳|太湖|太和|将军|都市|连云|大连|理想|梦想|内环|向阳|向荣|后海|有色|看守|人为|得胜|得月|为民|对外|这里|过境|与时");

    /** The words by which somebody comes to speak of a place. */
    private static final Pattern OPENING = Pattern.compile(
            ".*(来电人|反映|举报|投诉|希望|请求|建议|表扬|感谢|求助|咨询|关于|位于|家住|家在|坐落|整条|[一二两三几某][张个家处座栋条位名所间段片]|[0-9一二三四五六七八九十]月份?|[0-9]日|[0-9]点"
                    + "|求(?=.{3})|靠(?=.{3})|不许|逛|炸|司机|公安|[昨今明前]天|今早|昨晚|晚上|早上|下午|上午|中午|傍晚|凌晨|半夜|最近|目前|现在|如今|已经|[去今明前]年|上周|本周|周[一二三四五六日末]|咱|俺|老家|新建|现有|附近|路过|经过|途经|开往|沿着?(?=.{3})|骑(?=.{3})|租(?=.{3})|买(?=.{3})"
                    + "|没|能|会(?!展)|要|绕行|开往|改线|送(?=.{3})|做|进(?=.{2})|打(?=.{2})|利用|冒充|了解|督促|管管|夜里|楼下|楼上|赶|下了?雨|人骂|以及|保险和|接(?=.{3})|年(?=.{3})|镇上(?=.{2})|处理|解决|取缔|加快|整治|改善|恳请|期盼|来自|支持|配合|整顿|公开|关注|替|幸亏|所以|专人|隔壁|邻居|孩子|老人|爱人|父母|上班|下班|放学|打车|开车|坐车|听说|发现|看见|原来|其实|居住|入住|所住|搬来|修(?=.{4})|走(?=.{2})|当初|自打|自从|针对|并且|而且|可是|但是|只要|只有|尤其|特别|以及|还是|之前|之后)",
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

    private static final int LONGEST = 8;

    private PlaceWords() {}

    static boolean isProper(String text, int from, Matcher ending) {
        return from == ending.start()
                || !COMMON.matcher(text.substring(from, ending.start())).matches()
                        && !NONE.matcher(text.substring(from, ending.end())).matches();
    }

    static int beginning(String text, int end) {
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
