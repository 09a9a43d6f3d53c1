package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.organization.Limits;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.Intake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client tells about a request that it has filed before.
 *
 * @param id the client's id of it: the same is the same update
 * @param at the client's own time
 */
record Update(String request, String id, String text, List<MediaRef> media, Optional<Instant> at) {

    private static final Set<String> STATUSES = Set.of(
            "OPEN",
            "CLOSED",
            "FIXED",
            "IN_PROGRESS",
            "ACTION_SCHEDULED",
            "INVESTIGATING",
            "DUPLICATE",
            "NOT_COUNCILS_RESPONSIBILITY",
            "NO_FURTHER_ACTION",
            "INTERNAL_REFERRAL",
            "FOR_TRIAGE",
            "CANCELLED",
            "REOPEN");

    /** @throws Fault.Refused with everything that is wrong */
    static Update read(Ask ask) {
        List<Fault> faults = new ArrayList<>();
        String request = required(ask, "service_request_id", faults);
        String id = required(ask, "update_id", faults);
        String status = ask.one("status");
        if (status != null && !STATUSES.contains(status.strip())) {
            faults.add(Fault.of("open311-status"));
        }
        String said = ask.one("description");
        if (said == null && status == null) {
            faults.add(Fault.of("field-required", "description"));
        }
        List<MediaRef> media = ask.all("media_url").stream()
                .filter(Media::isAddress)
                .map(address -> new MediaRef(MediaRef.Type.PICTURE, address, null, null))
                .limit(Media.MOST)
                .toList();
        String words = said == null ? "［" + status + "］" : Writing.plain(said).strip();
        if (words.codePointCount(0, words.length()) > FilingForm.DESCRIPTION) {
            faults.add(Fault.of("field-too-long", "description", FilingForm.DESCRIPTION));
        }
        if (!faults.isEmpty()) {
            throw new Fault.Refused(faults);
        }
        return new Update(request, id, words, media, ask.moment("updated_datetime"));
    }

    private static String required(Ask ask, String name, List<Fault> faults) {
        try {
            return Limits.required(name, ask.one(name), Intake.LINE);
        } catch (Refusal missing) {
            faults.add(Fault.of(missing));
            return "";
        }
    }
}
