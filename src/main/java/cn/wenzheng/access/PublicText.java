package cn.wenzheng.access;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that everybody will read: phones, identity, card and plate numbers and house numbers have no place in them.
 *
 * <p>Source: the channels' privacy rules. In doubt it stops too much; a person then lets it through with a reason.
 */
public final class PublicText {

    private static final String DIGIT = "[0-9０-９〇零一二三四五六七八九十百]";

    /** 12号楼3单元501室, 5栋, 新华街18号, 新华街 18 号, 新华街十八号; line 2 of the underground is no house. */
    private static final List<Pattern> HOUSE_NUMBERS = List.of(
            Pattern.compile("" + DIGIT + "{1,5} {0,2}(?:号楼|栋|幢|单元|室|户|号院|号门)"),
            Pattern.compile(
                    "(?<=[路街巷弄里道村庄])[ \u3000]{0,2}" + DIGIT + "{1,5}(?:[-－之]" + DIGIT + "{1,4})?[ \u3000]{0,2}号(?!线)"));

    private static final String MARK = "〔已隐去〕";

    private PublicText() {}

    /** True when somebody has to look before these words go out. */
    public static boolean holdsPersonalData(String text, @Nullable String... given) {
        return !masked(text, given).equals(text);
    }

    /** The words without what identifies a person or the place where he lives. */
    public static String masked(String text, @Nullable String... given) {
        return withoutHouses(String.valueOf(Redactor.redact(text, given)));
    }

    /**
     * An answer to one person as all who have asked the same may read it: nothing of him, and the office's fixed line, by which
     * they are to ask, only where he has not spoken of that line himself.
     *
     * @param own what he has said, wherever he has said it
     */
    public static String maskedForOthers(String text, String own, @Nullable String... given) {
        return withoutHouses(Redactor.redactForOthers(text, own, given));
    }

    private static String withoutHouses(String text) {
        String masked = text;
        for (Pattern pattern : HOUSE_NUMBERS) {
            masked = pattern.matcher(masked).replaceAll(MARK);
        }
        return masked;
    }
}
