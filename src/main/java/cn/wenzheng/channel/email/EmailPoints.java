package cn.wenzheng.channel.email;

import cn.wenzheng.channel.OpenPoints;
import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the operator of a mail server has to confirm. */
@Component
class EmailPoints implements OpenPoints {

    private final int cap;

    EmailPoints(@Value("${wenzheng.channels.email.auto-reply-cap:3}") int cap) {
        this.cap = cap;
    }

    @Override
    public List<OpenPoint> openPoints() {
        return List.of(new OpenPoint(
                Channel.EMAIL, "email-auto-reply", Map.of("wenzheng.channels.email.auto-reply-cap", cap)));
    }
}
