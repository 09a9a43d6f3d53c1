package cn.wenzheng.triage.text;

import java.util.List;
import java.util.regex.Pattern;

/** Words that speak against taking a petition on: for whoever decides, never a decision. */
public final class Scope {

    private static final Pattern COURT = Pattern.compile(
            "(法院|法官|检察院|检察官).{0,12}(判|执行|立案|起诉|不公|枉法|抗诉|裁定)|人大代表资格|政协委员资格|监委.{0,6}留置|部队.{0,8}(纪律|首长|营区)");

    private static final Pattern PROCEDURE =
            Pattern.compile("(已经?|正在|申请|提起).{0,6}(劳动仲裁|行政复议|诉讼|起诉|上诉|再审)|开庭|一审|二审|判决书|仲裁裁决|不服.{0,8}(判决|裁决|复议决定)");

    private static final Pattern SECRETS =
            Pattern.compile("(国家|军事|商业)秘密|涉密|(公开|告诉|提供).{0,10}(别人|邻居|来信人|他|她).{0,6}(姓名|电话|住址|身份证)");

    private static final Pattern UNLAWFUL =
            Pattern.compile("代开发票|办假证|加微信.{0,6}(领|送|返)|秒到账|黑户|博彩|赌球|裸聊|迷药|枪支出售|低价出售.{0,4}(发票|证)|点击链接");

    private static final Pattern INSULT =
            Pattern.compile("废物|饭桶|吃干饭|蠢货|蠢猪|白痴|傻[逼X叉]|王八蛋|混蛋|滚蛋|去死吧|狗官|骗子.{0,3}滚|他妈的|你妈|畜生|不要脸|脑残|人渣");

    private static final List<Pattern> COURTESIES =
            List.of(Pattern.compile("您好|你好|领导|在吗|谢谢|收到|好的|祝.{0,12}(顺利|健康|幸福|快乐)|阖家|身体健康|工作顺利|嗯+|啊+|哈+|测试|试试"));

    private static final int SHORTEST = 4;

    private Scope() {}

    /** What speaks against taking it on. */
    public enum Doubt {
        COURT,
        PROCEDURE,
        SECRETS,
        UNLAWFUL
    }

    /** The doubts about a text, the graver ones first; mostly none. */
    public static List<Doubt> doubts(Words words) {
        String text = beginning(words);
        return List.of(Doubt.UNLAWFUL, Doubt.SECRETS, Doubt.COURT, Doubt.PROCEDURE).stream()
                .filter(doubt -> patternOf(doubt).matcher(text).find())
                .toList();
    }

    private static Pattern patternOf(Doubt doubt) {
        return switch (doubt) {
            case COURT -> COURT;
            case PROCEDURE -> PROCEDURE;
            case SECRETS -> SECRETS;
            case UNLAWFUL -> UNLAWFUL;
        };
    }

    public static boolean insults(Words words) {
        return INSULT.matcher(beginning(words)).find();
    }

    /** True when nothing is said beside courtesies. */
    public static boolean isEmpty(Words words) {
        String left = beginning(words);
        for (Pattern courtesy : COURTESIES) {
            left = courtesy.matcher(left).replaceAll("");
        }
        long letters = left.codePoints().filter(Character::isLetter).distinct().count();
        return letters < SHORTEST;
    }

    private static String beginning(Words words) {
        String text = words.all();
        return text.length() <= 1500 ? text : text.substring(0, 1500);
    }
}
