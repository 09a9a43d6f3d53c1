package cn.wenzheng.triage.model;

import cn.wenzheng.triage.text.TopicModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a training has brought.
 *
 * @param until the last decision it has learnt from; null when it has learnt from none
 */
record Learnt(TopicModel model, int examples, @Nullable Instant until, Comparison comparison) {}
