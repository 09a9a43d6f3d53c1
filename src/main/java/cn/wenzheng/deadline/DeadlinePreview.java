package cn.wenzheng.deadline;

import cn.wenzheng.petition.Stage;
import java.time.Instant;
import java.util.List;

/**
 * Until when a petition would have to be answered.
 *
 * @param promisedBy until when the first answer would be promised
 * @param stages each stage's limit, counted as if the stage began with the petition's arrival
 * @param explanation how the promise came about, sentence by sentence, in the reader's language
 */
record DeadlinePreview(Instant promisedBy, List<StageDue> stages, List<String> explanation) {

    record StageDue(Stage stage, Instant due) {}
}
