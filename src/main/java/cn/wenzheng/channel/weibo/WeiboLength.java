package cn.wenzheng.channel.weibo;

import cn.wenzheng.channel.Delivery;

/**
 * A limit in Chinese characters, counted as Weibo counts: half-width signs count a part, everything else one, an emoji what
 * the settings say. A sign too many is counted rather than one too few.
 */
record WeiboLength(int most, WeiboSettings.Count count) implements Delivery.TextLimit {

    @Override
    public int length(String text) {
        int parts = text.codePoints().map(this::parts).sum();
        return (parts + count.halfWidth() - 1) / count.halfWidth();
    }

    private int parts(int sign) {
        if (sign < 0x80) {
            return 1;
        }
        boolean emoji = Character.isSupplementaryCodePoint(sign) && !Character.isIdeographic(sign);
        return emoji ? count.emoji() * count.halfWidth() : count.halfWidth();
    }
}
