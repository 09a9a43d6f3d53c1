package cn.wenzheng.deadline;

import cn.wenzheng.petition.Deadlines.Limit;
import cn.wenzheng.petition.Stage;

/** Which limit it is; limits are gone through in this order. */
public record LimitKey(String petition, Stage stage, String unit, int round) {

    public static LimitKey of(Limit limit) {
        return new LimitKey(limit.petition(), limit.stage(), limit.unit(), limit.round());
    }
}
