package cn.wenzheng;

import org.springframework.test.context.ContextConfiguration;

/** A city of the release whose last migration is V37. */
@ContextConfiguration(initializers = EarlierCityAtV37Test.AtV37.class, inheritInitializers = false)
class EarlierCityAtV37Test extends EarlierCityTest {

    @Override
    int slips() {
        return 2;
    }

    static final class AtV37 extends Earlier {

        AtV37() {
            super("/earlier/city-at-v37.sql.gz");
        }
    }
}
