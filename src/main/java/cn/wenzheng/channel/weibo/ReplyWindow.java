package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Outcome;
import cn.wenzheng.channel.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether Weibo still lets a citizen be written to in private. We refuse before Weibo does: a refused call costs quota, and
 * too many of them cost the account.
 */
final class ReplyWindow {

    private final WeiboSettings settings;

    ReplyWindow(WeiboSettings settings) {
        this.settings = settings;
    }

    /** Why it is closed; null while it is open. */
    @Nullable
    Outcome closed(Reply.Contact contact, Instant now) {
        if (!contact.followed()) {
            return new Outcome.WindowClosed("unfollowed");
        }
        if (hasSpoken(contact, now)) {
            return null;
        }
        if (!isOpen(contact.mentionedAt(), now)) {
            return new Outcome.WindowClosed("time");
        }
        return contact.privateSinceMention() < settings.dmPerMention() ? null : new Outcome.WindowClosed("count");
    }

    /** How many messages a mention still allows; who has spoken in private may be written to as often as it takes. */
    int left(Reply.Contact contact, Instant now) {
        return !hasSpoken(contact, now) && isOpen(contact.mentionedAt(), now)
                ? Math.max(0, settings.dmPerMention() - contact.privateSinceMention())
                : Integer.MAX_VALUE;
    }

    private boolean hasSpoken(Reply.Contact contact, Instant now) {
        return isOpen(contact.spokeAt(), now) || isOpen(contact.menuAt(), now);
    }

    private boolean isOpen(@Nullable Instant opened, Instant now) {
        return opened != null && now.isBefore(opened.plus(settings.dmWindow()));
    }
}
