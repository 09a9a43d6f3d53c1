package cn.wenzheng.petition;

/**
 * When two petitions come from one contact, as SQL: phones are the same when their last eleven digits are (a mobile number
 * with or without +86), addresses whatever their capitals.
 *
 * <p>The words are those of the indexes: written differently, a search would not use them.
 */
final class SameContact {

    private SameContact() {}

    static String phoneOf(String content) {
        return "right(regexp_replace(" + content + ".petitioner_phone, '[^0-9]', '', 'g'), 11)";
    }

    static String emailOf(String content) {
        return "lower(" + content + ".petitioner_email)";
    }
}
