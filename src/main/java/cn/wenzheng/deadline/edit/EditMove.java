package cn.wenzheng.deadline.edit;

import cn.wenzheng.petition.Stage;
import java.time.Instant;

/**
 * A limit that an edit moves, without a word about the case.
 *
 * @param undone true when it was missed and would be missed no more
 */
record EditMove(
        String petition, Stage stage, String unit, int round, Instant dueBefore, Instant dueAfter, boolean undone) {}
