package cn.wenzheng.channel;

import cn.wenzheng.petition.Channel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only a platform can confirm, told by the adapter that had to assume it (与平台确认). */
public interface OpenPoints {

    List<OpenPoint> openPoints();

    /**
     * One question. Its words are {@code page.confirm.<name>} in both languages: what is open, and what is assumed until
     * the platform has answered.
     *
     * @param channel whose platform is to be asked; null when it concerns all
     * @param name for example {@code weibo-reply-window}
     * @param settings where the answer is set and what holds now, by the property's full name; empty when it is no setting
     */
    record OpenPoint(@Nullable Channel channel, String name, Map<String, Object> settings) {}
}
