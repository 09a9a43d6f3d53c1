package cn.wenzheng.channel.outbox;

import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.delivery.Precedence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message that enters the queue of its conversation. */
record NewReply(
        String petition,
        Channel channel,
        @Nullable Long account,
        @Nullable Long conversation,
        String orderKey,
        String occasion,
        Precedence precedence,
        @Nullable String eventKey,
        boolean isPublic,
        @Nullable String unit,
        String textPrivate,
        String textPublic,
        boolean clear,
        Instant at) {}
