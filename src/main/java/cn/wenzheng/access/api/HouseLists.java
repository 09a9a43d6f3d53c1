package cn.wenzheng.access.api;

import cn.wenzheng.organization.ClosedList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * All closed lists of the house, found where they stand, so that none can be forgotten.
 *
 * <p>A list is called as its enumeration is: {@code petition-status}, and {@code import-mode} for one inside another type.
 */
@Component
public class HouseLists {

    private static final String HOUSE = "cn.wenzheng";

    private final Map<String, Class<?>> lists;

    public HouseLists() {
        Map<String, Class<?>> found = new TreeMap<>();
        for (BeanDefinition candidate : new Scanner().findCandidateComponents(HOUSE)) {
            Class<?> list = ClassUtils.resolveClassName(
                    String.valueOf(candidate.getBeanClassName()), HouseLists.class.getClassLoader());
            if (list.isEnum() && found.put(name(list), list) != null) {
                throw new IllegalStateException("two closed lists are called " + name(list));
            }
        }
        this.lists = Map.copyOf(found);
    }

    /** A value as other systems read it. */
    public record Item(String code, String zh, String en) {}

    /** Name and enumeration of every list. */
    public Map<String, Class<?>> types() {
        return lists;
    }

    /** Every list by name, in the order of the alphabet. */
    public Map<String, List<Item>> all() {
        Map<String, List<Item>> all = new TreeMap<>();
        lists.forEach((name, list) -> all.put(name, items(list)));
        return all;
    }

    private static List<Item> items(Class<?> list) {
        return Arrays.stream(list.getEnumConstants())
                .map(ClosedList.class::cast)
                .map(value -> new Item(value.code(), value.zh(), value.en()))
                .toList();
    }

    private static String name(Class<?> list) {
        Class<?> outside = list.getEnclosingClass();
        String name = (outside == null ? "" : outside.getSimpleName()) + list.getSimpleName();
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Enumerations with bodies count as abstract, and lists inside other types are wanted, too. */
    private static final class Scanner extends ClassPathScanningCandidateComponentProvider {

        Scanner() {
            super(false);
            addIncludeFilter(new AssignableTypeFilter(ClosedList.class));
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
        }
    }
}
