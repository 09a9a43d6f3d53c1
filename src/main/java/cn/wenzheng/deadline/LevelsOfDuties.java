package cn.wenzheng.deadline;

import cn.wenzheng.organization.DutyLevels;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A duty may name each of the levels. */
@Component
class LevelsOfDuties implements DutyLevels {

    @Override
    public Set<String> codes() {
        return Stream.of(ServiceLevel.values()).map(ServiceLevel::code).collect(Collectors.toSet());
    }
}
