package cn.wenzheng.petition;

import cn.wenzheng.access.Redactor;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who speaks, as far as he says so; every field may be absent. */
public record Petitioner(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email) {

    /** Somebody who has said nothing about himself. */
    public static final Petitioner UNKNOWN = new Petitioner(null, null, null);

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 \\-()]{4,28}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,185}");

    public Petitioner(@Nullable String name, @Nullable String phone, @Nullable String email) {
        this.name = Limits.optional("petitioner.name", name, 50);
        this.phone = Limits.optional("petitioner.phone", phone, 30);
        this.email = Limits.optional("petitioner.email", email, 250);
        if (this.phone != null && !PHONE.matcher(this.phone).matches()) {
            throw Refusal.invalid("petitioner.phone", "phone-malformed");
        }
        if (this.email != null && !EMAIL.matcher(this.email).matches()) {
            throw Refusal.invalid("petitioner.email", "email-malformed");
        }
    }

    /** The words without what the petitioner has said about himself and without anything else that identifies. */
    @Nullable
    String hiddenIn(@Nullable String words) {
        return Redactor.redact(words, name, phone, email);
    }
}
