package cn.wenzheng.notice;

import cn.wenzheng.organization.ClosedList;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One notice as its reader sees it: numbers and codes, never anybody's words.
 *
 * @param petition the petition's number; null when the notice is about an account
 * @param slip the slip's number; null when none is concerned
 * @param account the account on a platform; null when the notice is about a petition
 * @param unit whose matter it is; null where no unit has a part yet
 * @param read true when the reader has read it, or when it is settled and has stopped to call
 * @param about a word beside the kind: the stage, the slip's rung, how the citizen spoke, why the unit gave it back, what the account
 *     suffers from
 */
public record Notice(
        long id,
        NoticeKind kind,
        @Nullable String petition,
        @Nullable String slip,
        @Nullable NoticeAccount account,
        @Nullable String unit,
        Instant at,
        boolean read,
        @JsonIgnore @Nullable ClosedList about) {

    /** The page the notice is about. */
    public String address() {
        if (account != null) {
            return "/admin/channels/" + account.id();
        }
        if (kind == NoticeKind.ALONE_SWITCHED_OFF) {
            return "/admin/models/control";
        }
        return slip == null ? "/petitions/" + petition : "/supervision/" + slip;
    }
}
