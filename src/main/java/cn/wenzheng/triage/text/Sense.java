package cn.wenzheng.triage.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much sense a text makes, before anybody asks what it is about: a single sign, rows of emojis, the same word a
 * hundred times, another script or an order to the system is nothing that a model may be sure about.
 */
final class Sense {

    /** So many Chinese signs are the shortest petition: what and that. */
    private static final int SHORTEST = 4;

    private static final double NONE = 0.1;

    private static final double LITTLE = 0.4;

    /** Below this share of different pairs of signs a text repeats itself. */
    private static final double DIFFERENT = 0.3;

    /** A long text has fewer different pairs by nature; its beginning shows whether it repeats itself. */
    private static final int LOOKED_AT = 300;

    private static final Pattern ORDER = Pattern.compile("标记为|改成(危及|已)|忽略.{0,4}(以上|之前|所有).{0,4}(规则|指令|要求)"
            + "|评为满意|自动(通过|办结)|设为.{0,4}(办结|最高)|作为.{0,6}管理员|(?i:ignore|drop table|system:|\"category\"|select \\*)");

    /** Words that name the trouble without any that would tie them together. */
    private static final Pattern TIED = Pattern.compile("[的了在是有我们不没到被把就都还也吗呢谁这那和一请要能什么怎]");

    private Sense() {}

    /** From 0.1 for none to 1. */
    static double of(Words words) {
        String text = words.all();
        String looked = text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
        int chinese = (int) looked.codePoints()
                .filter(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN)
                .count();
        if (chinese < SHORTEST || chinese * 3 < letters(looked)) {
            return NONE;
        }
        if (repeats(looked)) {
            return NONE;
        }
        boolean stuffed = chinese > 30 && !TIED.matcher(looked).find();
        return stuffed || ORDER.matcher(looked).find() ? LITTLE : 1;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static boolean repeats(String text) {
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 2 <= text.length(); at++) {
            pairs.add(text.substring(at, at + 2));
        }
        return text.length() > 12 && pairs.size() < DIFFERENT * (text.length() - 1);
    }
}
