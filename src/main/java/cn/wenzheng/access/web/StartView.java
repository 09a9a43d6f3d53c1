package cn.wenzheng.access.web;

import cn.wenzheng.access.StartBlock;
import cn.wenzheng.access.StartBlock.Figure;
import cn.wenzheng.access.StartBlock.Item;
import cn.wenzheng.access.StartBlocks.Offer;
import cn.wenzheng.access.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The start page of one person: the most important of what the rooms offer, read within a budget. */
record StartView(List<Shown> blocks) {

    /** More is no glance any more. */
    private static final int MOST_BLOCKS = 5;

    /** What the page may ask the database beside who is there and what the city is called. */
    private static final int MOST_STATEMENTS = 5;

    /** A block under its name. */
    record Shown(String key, StartBlock block) {}

    /** @param offers the most important first */
    static StartView of(List<Offer> offers, Window glance) {
        List<Shown> shown = new ArrayList<>();
        int statements = 0;
        for (Offer offer : offers) {
            int spent = statements + offer.statements();
            if (offer.isBlock() && shown.size() < MOST_BLOCKS && spent <= MOST_STATEMENTS) {
                statements = spent;
                shown.add(new Shown(offer.key(), offer.read(glance)));
            }
        }
        return new StartView(shown);
    }

    /** The figures of the first line; those that count nothing are left out. */
    public List<Figure> figures() {
        return blocks.stream()
                .flatMap(shown -> shown.block().figures().stream())
                .filter(figure -> figure.count() > 0)
                .toList();
    }

    /** The next thing to do; null when nothing waits. */
    public @Nullable Item next() {
        return blocks.stream()
                .map(shown -> shown.block().next())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
