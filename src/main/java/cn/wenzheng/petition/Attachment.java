package cn.wenzheng.petition;

import cn.wenzheng.petition.attachment.AttachmentType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture or document of a petition, without its bytes.
 *
 * @param size of what is kept, in bytes
 * @param by who handed it in: for the staff an account or {@code citizen}, for the petitioner the unit's name, or null
 *     when it was he
 * @param label what the staff calls it; null for a citizen's picture
 * @param forCitizen true when the petitioner may see it: his own, or a proof he gets with the answer
 */
public record Attachment(
        UUID id,
        AttachmentType type,
        long size,
        @Nullable String by,
        @Nullable String label,
        boolean forCitizen,
        Instant at) {}
