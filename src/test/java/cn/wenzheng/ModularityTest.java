package cn.wenzheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Keeps the rooms apart: each asks only the neighbours its package-info names, and nobody asks in a circle. */
class ModularityTest {

    private static final ApplicationModules ROOMS = ApplicationModules.of(Wenzheng.class);

    /** A house built wrongly on purpose. */
    private static final ApplicationModules WRONG_ROOMS =
            ApplicationModules.of("cn.wenzheng.fixture.rooms", location -> true);

    @Test
    void everyRoomAsksOnlyItsNeighbours() {
        ROOMS.verify();
    }

    @Test
    void everyRoomButTheTwoThatSeeAllNamesItsNeighbours() {
        assertThat(roomsOpenToAll(ROOMS)).containsExactlyInAnyOrder("process", "demo");
    }

    @Test
    void drawsTheMapOfRooms() {
        new Documenter(ROOMS, Documenter.Options.defaults().withOutputFolder("target/rooms"))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();
    }

    @Test
    void reportsAForbiddenNeighbour() {
        assertThat(violations()).anyMatch(line -> line.contains("Module 'stranger' depends on module 'counter'"));
    }

    @Test
    void reportsTheInsideOfARoomTouchedFromOutside() {
        assertThat(violations()).anyMatch(line -> line.contains("non-exposed type") && line.contains("Drawer"));
    }

    @Test
    void reportsACircle() {
        assertThat(violations()).anyMatch(line -> line.contains("Cycle detected") && line.contains("circle"));
    }

    @Test
    void reportsARoomThatNamesNobody() {
        assertThat(roomsOpenToAll(WRONG_ROOMS)).contains("nosy");
    }

    private static List<String> violations() {
        return WRONG_ROOMS.detectViolations().getMessages();
    }

    private static List<String> roomsOpenToAll(ApplicationModules rooms) {
        return rooms.stream()
                .filter(ModularityTest::isOpenToAll)
                .map(room -> room.getIdentifier().toString())
                .toList();
    }

    private static boolean isOpenToAll(ApplicationModule room) {
        return room.getBasePackage()
                .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                .map(named -> List.of(named.allowedDependencies())
                        .contains(org.springframework.modulith.ApplicationModule.OPEN_TOKEN))
                .orElse(true);
    }
}
