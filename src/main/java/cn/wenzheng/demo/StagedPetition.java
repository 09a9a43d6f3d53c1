package cn.wenzheng.demo;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.Intake;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.PetitionTask;
import cn.wenzheng.petition.Petitioner;
import cn.wenzheng.petition.RefusalReason;
import cn.wenzheng.petition.Satisfaction;
import cn.wenzheng.petition.Urgency;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A petition of the demo city, how far it shall come and what is said on the way.
 *
 * @param words the row of stages.csv
 * @param replies the row of replies.csv; null for a petition nobody has answered yet
 */
record StagedPetition(CSVRecord words, @Nullable CSVRecord replies) {

    /** What has to be done next: which task, by which account, for which unit, with what decision. */
    record Step(PetitionTask task, String account, @Nullable String unit, PetitionCommand command) {}

    static List<StagedPetition> all() {
        Map<String, CSVRecord> replies = CsvFile.read("replies.csv").stream()
                .collect(Collectors.toMap(row -> row.get("key"), Function.identity()));
        return CsvFile.read("stages.csv").stream()
                .map(row -> new StagedPetition(row, replies.get(row.get("key"))))
                .toList();
    }

    /** Where the petition shall stand in the end. */
    PetitionStatus target() {
        return PetitionStatus.valueOf(words.get("status").toUpperCase());
    }

    /** How long ago it came in. */
    Duration age() {
        return Duration.ofDays(Long.parseLong(words.get("daysAgo")));
    }

    Intake intake() {
        return new Intake(
                Channel.PORTAL,
                "",
                null,
                "demo-" + words.get("key"),
                PetitionKind.valueOf(words.get("kind").toUpperCase()),
                words.get("title"),
                words.get("text"),
                null,
                null,
                null,
                new Petitioner(words.get("petitioner"), words.get("phone"), null),
                Boolean.parseBoolean(words.get("hideIdentity")),
                false,
                null,
                false);
    }

    /** The step that leads on from a status. */
    Step stepFrom(PetitionStatus status) {
        String lead = words.get("lead");
        return switch (status) {
            case RECEIVED -> new Step(PetitionTask.ACCEPT_PETITION, "operator", null, acceptance());
            case ACCEPTED -> new Step(PetitionTask.ASSIGN_PETITION, "dispatcher", null, assignment(lead));
            case ASSIGNED -> new Step(PetitionTask.HANDLE_PETITION, lead, lead, answer());
            case HANDLED ->
                new Step(PetitionTask.REVIEW_PETITION, "reviewer", null, new PetitionCommand.Review(true, null));
            case REVIEWED ->
                new Step(
                        PetitionTask.CLOSE_PETITION,
                        "reviewer",
                        null,
                        new PetitionCommand.Close(true, true, true, Satisfaction.SATISFIED, null));
            default -> throw new IllegalStateException("no demo petition goes on from " + status);
        };
    }

    /** The one petition that is refused asks to have a judgment changed. */
    private PetitionCommand acceptance() {
        return target() == PetitionStatus.REFUSED
                ? new PetitionCommand.Refuse(RefusalReason.LEGAL_PROCEDURE, reply("firstAnswer"))
                : new PetitionCommand.Accept(
                        PetitionKind.valueOf(words.get("kind").toUpperCase()),
                        words.get("category"),
                        Urgency.valueOf(words.get("urgency").toUpperCase()),
                        reply("firstAnswer"));
    }

    private PetitionCommand assignment(String lead) {
        return new PetitionCommand.Assign(lead, CsvFile.several(words.get("assisting")), null, null);
    }

    private PetitionCommand answer() {
        return new PetitionCommand.Answer(reply("answer"), reply("publicAnswer"), true, null, null);
    }

    private @Nullable String reply(String column) {
        return replies == null ? null : replies.get(column);
    }
}
