package cn.wenzheng.triage.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place a text speaks of: an estate, a road, a school by the way such names end, else a county, street or
 * village of the city's own directory. A name begins where the small words before it end, because Chinese puts no space
 * there.
 */
public final class Places {

    /** How names of places end, the narrower before the wider ones. */
    private static final List<Pattern> ENDS = List.of(
            Pattern.compile("小区|花园|家园|嘉苑|佳苑|佳园|新村|家属院|宿舍楼|宿舍|公寓|华府|华庭|名苑|名邸|豪庭|景苑|丽苑|雅苑|乐苑|世家|书苑|水岸|半岛|庄园|山庄|绿洲|郡|花苑"
                    + "|名城|新城|国际|写字楼|大厦|祠堂|居园|康城|水城|里(?=[0-9]+(号|栋|幢)|社区|小区)"),
            Pattern.compile("小学|中学|完小|幼儿园|技师学校|职校|职院|学院|大学|医院|保健院|卫生院|卫生室|养老院|敬老院|火车站|汽车站|客运站|汽车南站|检测站|收费站|加油站|公交站|地铁站"
                    + "|广场|公园|夜市|早市|菜市场|市场|装饰城|手机城|商场|商城|商圈|超市|影城|体育馆|图书馆|博物馆|文化馆|科技馆|殡仪馆|物流园|工业园|产业园|林场|机场|水库|湿地|公墓|陵园|之家|车管所"
                    + "|派出所|法院|残联|服务中心|培训中心|活动中心|砖厂|药厂|化工厂|纸厂|电子厂|毛纺厂|工地|驾校|宾馆|酒店|饭庄|超市|支行|科技|冷饮城|门市部|步道|天桥|婚恋"),
            Pattern.compile("大道|公路|大街|中路|街(?!道)|路(?![过口边由段])|巷|胡同|大桥|桥|隧道|高速|国道|省道|干渠|渠|河|湖|沟|梁|阁|号线"),
            Pattern.compile("村|社区|镇|乡|街道|庄|屯|堡|湾|营|岔|坪"),
            Pattern.compile("区|县|市|旗"));

    /** Signs that stand before a name and hardly in one. */
    private static final String BEFORE = "的在到从去是于对就我你他她们这那有没了着给向把被让请问您看经住即因为关反映又还也都很太再跟往离及或者由叫至与说想过将等前后始觉得名连内每";

    /** What ends like a place and is none. */
    private static final Pattern NONE = Pattern.compile(
            ".?(马路|道路|走路|修路|断路|网路|铁路|线路|套路|电路|出路|一路|半路|全村|本村|农村|乡村|驻村|城乡|家乡|下乡|本小区|老小区|市场|学校|全区|地区|城区|郊区|辖区|山区|景区|社区|小区|街道|城市|全市|本市|本县|县|区"
                    + "|过桥|大街|逛街|沿街|小巷|过街|运营|经营|私营|民营|超市|门市|养老院|卫生院|医院|大医院|菜市场|高科技|科技|国际|车站|公交站|排水沟|水沟|臭水沟|公里|天桥|人行天桥|工地|农业农村|双学区|炸街|条街)");

    private static final Pattern OPENING = Pattern.compile(
            ".*(来电人|反映|举报|投诉|希望|请求|建议|表扬|感谢|整条|这条|那条|一条|[0-9一二三四五六七八九十]月份?|位于|家住|家在|住|求|靠|不许|进|逛|炸|双|司机|公安|昨天|今天|今早|昨晚|晚上|早上|下午|上午|最近|咱|俺|老家|一个|新建|现有|附近|路过|经过|关于|开往|骑|租|买)",
            Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile(
            "^(村|乡|镇|小区|社区|街道|院|场|城|城市|门|派出所|手机城|小学|中学|[0-9一二三四五六七八九十]{1,4}(号楼|栋|幢|号院|号|期|单元|组|社)|[东西南北中]段|[东西]头)");

    private static final int LONGEST = 8;

    /** Longer texts say where they are in their beginning. */
    private static final int HEARD = 1500;

    private final List<Area> areas;

    /**
     * A county, street or village of the city.
     *
     * @param word its name without what only says what kind of body it is
     */
    public record Area(String code, String word, int level) {}

    public Places(Collection<Area> areas) {
        this.areas = areas.stream()
                .filter(area -> area.word().length() > 1)
                .sorted(Comparator.comparingInt(Area::level)
                        .thenComparingInt(area -> area.word().length())
                        .reversed())
                .toList();
    }

    /** The place a text speaks of, that in the title first; empty when it names none. */
    public Optional<Place> in(Words words) {
        String all = words.all();
        String text = all.length() <= HEARD ? all : all.substring(0, HEARD);
        Area area = areas.stream()
                .filter(known -> text.contains(known.word()))
                .findFirst()
                .orElse(null);
        return named(text)
                .or(() -> Optional.ofNullable(area).map(Area::word))
                .map(place -> new Place(place, area == null ? null : area.code()));
    }

    /** The first name of the narrowest kind; of names that overlap with it the longest, as a bridge can name an estate. */
    private static Optional<String> named(String text) {
        List<Name> names = names(text);
        return names.stream()
                .findFirst()
                .map(first -> names.stream()
                        .filter(name -> name.from() <= first.from() && name.to() >= first.to())
                        .max(Comparator.comparingInt(Name::to))
                        .orElse(first))
                .map(name -> withNumber(text.substring(name.from(), name.to()), text, name.to()));
    }

    private record Name(int from, int to) {}

    private static List<Name> names(String text) {
        List<Name> names = new ArrayList<>();
        for (Pattern ends : ENDS) {
            Matcher matcher = ends.matcher(text);
            while (matcher.find()) {
                int from = withoutOpening(text, beginning(text, matcher.start()), matcher.start());
                String name = text.substring(from, matcher.end());
                if (from < matcher.start() && !NONE.matcher(name).matches()) {
                    names.add(new Name(from, matcher.end()));
                }
            }
        }
        return names;
    }

    /** Where the name begins behind the words by which somebody comes to speak of it. */
    private static int withoutOpening(String text, int from, int to) {
        Matcher opening = OPENING.matcher(text).region(from, to);
        return opening.lookingAt() ? opening.end() : from;
    }

    private static int beginning(String text, int end) {
        int from = end;
        while (from > 0 && end - from < LONGEST && isOfName(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static boolean isOfName(char sign) {
        return Character.isLetterOrDigit(sign) && BEFORE.indexOf(sign) < 0;
    }

    private static @Nullable String number(String behind) {
        Matcher number = NUMBER.matcher(behind);
        return number.find() ? number.group() : null;
    }

    private static String withNumber(String name, String text, int end) {
        String number = number(text.substring(end, Math.min(text.length(), end + LONGEST)));
        return number == null ? name : name + number;
    }
}
