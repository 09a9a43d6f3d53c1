package cn.wenzheng;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;

/**
 * What no class of a house may do, whatever its room.
 *
 * @param root the house's package, so that a wrong house can be held against the same rules
 */
record HouseRules(String root) {

    private static final String ENGINE = "org.camunda..";

    private static final String[] OUTSIDE_WORLD = {
        "java.net.http..",
        "java.nio.channels..",
        "java.nio.file..",
        "javax.net..",
        "jakarta.mail..",
        "okhttp3..",
        "org.apache.hc..",
        "org.apache.http..",
        "org.springframework.web.client..",
        "org.springframework.web.reactive..",
        "org.springframework.mail.."
    };

    /** Rooms that may be taken away without anybody noticing. */
    private static final List<String> ASKED_BY_NOBODY = List.of("channel", "process", "demo");

    ArchRule engineOnlyInProcess() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room("process"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .because("only one room speaks to Camunda, so that the engine can be replaced");
    }

    ArchRule noOutsideWorldInProcess() {
        return noClasses()
                .that()
                .resideInAPackage(room("process"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(OUTSIDE_WORLD).or(socketsAndFiles()))
                .because("a job that waits for a network or a disk holds a transaction of the engine");
    }

    ArchRule noEngineInControllers() {
        return noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ENGINE)
                .because("a page or a route asks a desk");
    }

    ArchRule noTransactionInDelegates() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".process.task..")
                .should()
                .beMetaAnnotatedWith("org.springframework.transaction.annotation.Transactional")
                .because("a delegate runs in the engine's own transaction");
    }

    ArchRule timeOnlyFromTheClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room("demo"))
                .should()
                .callCodeUnitWhere(asksTheMachineForTheTime())
                .because("the product has one clock and everybody is given it");
    }

    /** Both sides of a protocol know each other by its document alone. */
    ArchRule simulatorAtArmsLength() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".demo.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room("channel"))
                .because("a mistake that both sides share is found by nobody");
    }

    /** One rule per room that nobody may import. */
    List<ArchRule> askedByNobody() {
        return ASKED_BY_NOBODY.stream().map(this::askedByNobody).toList();
    }

    private ArchRule askedByNobody(String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room(room))
                .should()
                .dependOnClassesThat(resideInAPackage(room(room)))
                .as("nobody imports room " + room);
    }

    private String room(String name) {
        return root + "." + name + "..";
    }

    private static DescribedPredicate<JavaClass> socketsAndFiles() {
        return describe(
                "sockets and files",
                type -> type.getName()
                        .matches("java\\.net\\..*(Socket|Connection|URL)|java\\.io\\.(File|RandomAccess).*"));
    }

    /** The bean that makes the product's clock is the one place that may ask for a system clock. */
    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        return describe("the machine's time is asked for", call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            boolean withoutClock = call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
            if (owner.startsWith("java.time.") && name.equals("now")) {
                return withoutClock;
            }
            return owner.equals(System.class.getName()) && name.equals("currentTimeMillis")
                    || owner.equals(Date.class.getName()) && name.equals("<init>") && isBare(call)
                    || owner.equals(Clock.class.getName()) && isSystemClock(name) && !isClockBean(call);
        });
    }

    private static boolean isBare(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().isEmpty();
    }

    private static boolean isSystemClock(String method) {
        return Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes")
                .contains(method);
    }

    private static boolean isClockBean(JavaAccess<?> call) {
        return call.getOriginOwner().isEquivalentTo(Wenzheng.class);
    }
}
