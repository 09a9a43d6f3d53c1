package cn.wenzheng.contract;

import java.util.Locale;
import java.util.regex.Pattern;

/** The forms one word takes on its way through models, forms and code (house rules, section 3). */
final class Words {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern BOTH_LANGUAGES = Pattern.compile("(?s).*\\p{IsHan}.*[。？！] \\([A-Z].*[.?!]\\)");

    private Words() {}

    static boolean isChinese(String text) {
        return CHINESE.matcher(text).find();
    }

    /** A Chinese sentence with its English in brackets behind it. */
    static boolean isInBothLanguages(String text) {
        return BOTH_LANGUAGES.matcher(text.strip()).matches();
    }

    /** HandlePetition from Task_HandlePetition. */
    static String word(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    /** handlePetition from HandlePetition. */
    static String bean(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** HandlePetition from handlePetition. */
    static String type(String bean) {
        return bean.substring(0, 1).toUpperCase(Locale.ROOT) + bean.substring(1);
    }

    /** handle-petition from HandlePetition or handlePetition. */
    static String kebab(String word) {
        return word.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** TASK_HANDLE_PETITION from Task_HandlePetition. */
    static String constant(String id) {
        return kebab(id).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** PETITION_WITHDRAWN from petition.withdrawn. */
    static String messageConstant(String message) {
        return message.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
