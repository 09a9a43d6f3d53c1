package cn.wenzheng.channel;

/** A way in which words reach a citizen (方式). */
public enum Means {
    /** A private message, a customer-service message, a chat message. */
    PRIVATE_MESSAGE,
    /** A public comment below the citizen's post. */
    COMMENT,
    /** A public reply to the citizen's comment. */
    COMMENT_REPLY,
    /** A notice from the platform's template: number, short state, a link; never the whole answer. */
    TEMPLATE,
    MAIL,
    /** A signed event posted to another system. */
    EVENT;

    /** True when everybody can read it. */
    public boolean isPublic() {
        return this == COMMENT || this == COMMENT_REPLY;
    }
}
