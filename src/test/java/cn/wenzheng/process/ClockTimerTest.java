package cn.wenzheng.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wenzheng.contract.BpmnModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ClockTimerTest {

    /** A timer that is not named would stay where it was when its clock moves. */
    @Test
    void namesEveryTimerOfTheDiagramOnce() {
        NodeList timers =
                BpmnModel.of("petition-handling").document().getElementsByTagNameNS("*", "timerEventDefinition");
        List<String> events = IntStream.range(0, timers.getLength())
                .mapToObj(timers::item)
                .map(timer -> ((Element) timer.getParentNode()).getAttribute("id"))
                // A petitioner's own time is no limit of the city and moves with none.
                .filter(event -> !event.equals(PetitionHandling.Elements.BOUNDARY_EVENT_SUPPLEMENT_OVERDUE))
                .toList();

        assertThat(events).hasSizeGreaterThan(7);
        assertThat(ClockTimer.ALL).extracting(ClockTimer::event).containsExactlyInAnyOrderElementsOf(events);
    }
}
