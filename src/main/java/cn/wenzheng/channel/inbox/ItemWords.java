package cn.wenzheng.channel.inbox;

import cn.wenzheng.channel.Account;
import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.Inbound;
import cn.wenzheng.channel.Inbound.Form;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.Petitioner;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A stranger's item in the words and within the limits of the counter: nothing of it is a reason to lose it. */
final class ItemWords {

    private static final int NAME = 50;
    private static final String CUT = "……（原文过长，此处截断）";

    private ItemWords() {}

    /** The words, or what stands for them where somebody has sent a picture alone. */
    static String textOf(Inbound item) {
        String said = clean(item.text());
        if (said.isBlank()) {
            said = item.media().stream()
                    .map(MediaRef::type)
                    .distinct()
                    .map(ItemWords::standIn)
                    .collect(Collectors.joining());
        }
        if (said.isBlank() && item.place() != null) {
            said = "［位置］";
        }
        return said.isBlank() ? "［无文字］" : cut(said);
    }

    private static String standIn(MediaRef.Type type) {
        return switch (type) {
            case PICTURE -> "［图片］";
            case VOICE -> "［语音］";
            case VIDEO -> "［视频］";
            case FILE -> "［文件］";
        };
    }

    /** What no table can hold is taken out; a half of a sign becomes a question mark. */
    static String clean(String text) {
        return new String(text.replace("\u0000", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        return text.strip().codePointCount(0, text.strip().length()) <= PetitionCommand.TEXT
                ? text
                : first(text.strip(), PetitionCommand.TEXT - CUT.length()) + CUT;
    }

    static String first(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    static Intake intake(Account account, Inbound item) {
        Form form = item.form();
        GeoPoint place = item.place() == null ? null : Gcj02.toWorld(item.place());
        return new Intake(
                account.channel(),
                account.code(),
                Digests.within(Intake.LINE, item.externalId()),
                null,
                form == null ? null : form.kind(),
                form == null ? null : line(form.title()),
                textOf(item),
                form == null ? null : line(form.address()),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                petitioner(account, item),
                form != null && form.hideIdentity(),
                form != null && form.mayBePublic(),
                item.submittedAt(),
                false);
    }

    private static @Nullable String line(@Nullable String text) {
        return text == null ? null : first(clean(text).strip(), Intake.LINE);
    }

    private static Petitioner petitioner(Account account, Inbound item) {
        if (item.form() != null) {
            return item.form().petitioner();
        }
        String name = item.sender().name() == null
                ? null
                : first(clean(item.sender().name()).strip(), NAME);
        if (account.channel() != Channel.EMAIL) {
            return new Petitioner(name, null, null);
        }
        try {
            return new Petitioner(name, null, item.sender().id());
        } catch (Refusal unusualAddress) {
            return new Petitioner(name, null, null);
        }
    }
}
