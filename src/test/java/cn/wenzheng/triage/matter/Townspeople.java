package cn.wenzheng.triage.matter;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Petitions of an invented city in any number: thousands of streets and estates whose names are drawn sign by sign, some
 * issues at each of them, and every issue told in the words of different people.
 */
final class Townspeople {

    private static final String SIGNS =
            "安和平康泰宁吉祥云海山川江河湖溪泉松柏杨柳梅兰竹菊桃李荷桂星月日辰光明华荣富贵嘉庆福寿喜乐天地东西南北中上下新老长永春夏秋冬金银玉珠翠碧清秀雅文武忠信仁义礼智诚德善美";

    private static final List<String> KINDS =
            List.of("小区", "花园", "家园", "公寓", "苑", "府", "路", "街", "大道", "巷", "小学", "市场");

    private static final List<List<String>> ISSUES = List.of(
            List.of("路灯不亮", "的路灯坏了好几天", "晚上黑漆漆的看不清路，路灯没人修"),
            List.of("电梯经常停运", "的电梯三天两头坏", "电梯又困人了，物业不修"),
            List.of("夜间施工噪音", "工地半夜还在打桩", "深夜施工吵得人睡不着觉"),
            List.of("餐饮油烟扰民", "楼下饭馆油烟直排", "烧烤摊的烟熏得窗户不敢开"),
            List.of("垃圾没人清运", "垃圾桶满了几天臭气熏天", "垃圾站的气味让人受不了"),
            List.of("下水道堵塞污水外溢", "污水井往外冒水", "门口一地脏水，管道堵了"),
            List.of("供暖温度不达标", "家里暖气只有十四度", "暖气不热老人受不了"),
            List.of("自来水发黄", "水龙头里流出黄水", "自来水浑浊有异味"),
            List.of("违法停车占用消防通道", "消防通道停满了车", "救护车都开不进来，通道被占"),
            List.of("物业乱收费", "物业擅自涨停车费", "收费没有公示，物业也不解释"),
            List.of("房产证迟迟办不下来", "交房两年了还没有房产证", "开发商一直拖着不办证"),
            List.of("公交车班次太少", "等公交要半个多小时", "希望增加公交班次"),
            List.of("井盖缺失", "井盖丢了没人管", "路上少了一个井盖，很危险"),
            List.of("流浪狗伤人", "流浪狗成群追小孩", "被野狗咬了，没有人管"),
            List.of("拖欠工资", "工程结束了工钱一直不给", "老板欠我们几个月工资"));

    private static final List<String> SENTENCES = List.of(
            "已经持续半个月了",
            "多次反映都没有结果",
            "希望有关部门尽快派人来看看",
            "老人和孩子出行很不方便",
            "请给一个明确的答复",
            "下雨天更加严重",
            "附近的居民都很着急",
            "打过电话但是没人处理",
            "之前承诺整改一直没有动静",
            "我们整栋楼的住户都可以作证",
            "最近几天气温很低",
            "昨天还有人因此摔伤",
            "影响了大家的正常生活",
            "不知道该找哪个部门",
            "感谢各位工作人员的辛苦");

    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");

    private final Random random;
    private final int places;

    Townspeople(long seed, int places) {
        this.random = new Random(seed);
        this.places = places;
    }

    /** The next petition: somebody somewhere about something. */
    Said next(int minute) {
        int place = random.nextInt(places);
        return about(place, random.nextInt(ISSUES.size()), minute);
    }

    Said about(int place, int issue, int minute) {
        String name = name(place);
        List<String> told = ISSUES.get(issue);
        String house = random.nextInt(3) == 0 ? random.nextInt(1, 40) + "栋" : "";
        String title = name + house + told.get(random.nextInt(told.size()));
        StringBuilder text = new StringBuilder("我住在").append(name).append(house).append("，");
        text.append(told.get(random.nextInt(told.size()))).append("。");
        for (int sentence = random.nextInt(2, 9); sentence > 0; sentence--) {
            text.append(SENTENCES.get(random.nextInt(SENTENCES.size()))).append("，");
        }
        return new Said(title, text.toString(), null, FIRST.plusSeconds(60L * minute));
    }

    private static String name(int place) {
        Random name = new Random(place * 31L + 7);
        StringBuilder signs = new StringBuilder();
        for (int sign = 0; sign < 2 + place % 3; sign++) {
            signs.append(SIGNS.charAt(name.nextInt(SIGNS.length())));
        }
        return signs + KINDS.get(name.nextInt(KINDS.size()));
    }
}
