package gatebook.app.home;

import gatebook.app.words.Words;
import gatebook.store.query.DayHours;
import gatebook.store.query.DayIncome;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** Two charts: who came and left in each hour of today, and the income of the last days. They are filled, never rebuilt. */
final class DayCharts {
    private static final double GAP = 2;

    private final Words words;
    private final BarChart<String, Number> byHour;
    private final BarChart<String, Number> byDay;

    DayCharts(Words words) {
        this.words = words;
        this.byHour = chart("home-by-hour", words.say("home.by-hour"));
        this.byDay = chart("home-by-day", words.say("home.by-day"));
        byDay.setLegendVisible(false);
    }

    BarChart<String, Number> byHour() {
        return byHour;
    }

    BarChart<String, Number> byDay() {
        return byDay;
    }

    private static BarChart<String, Number> chart(String id, String title) {
        CategoryAxis across = new CategoryAxis();
        NumberAxis up = new NumberAxis();
        up.setMinorTickVisible(false);
        up.setTickLabelFormatter(new WholeNumbers());
        BarChart<String, Number> chart = new BarChart<>(across, up);
        chart.setId(id);
        chart.setTitle(title);
        chart.setAnimated(false);
        chart.setBarGap(0);
        chart.setCategoryGap(GAP);
        chart.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(chart, Priority.ALWAYS);
        return chart;
    }

    /** Nobody comes by halves: a step between two whole numbers has no name. */
    private static final class WholeNumbers extends StringConverter<Number> {
        @Override
        public String toString(Number number) {
            double value = number.doubleValue();
            return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value) : "";
        }

        @Override
        public Number fromString(String text) {
            return Long.parseLong(text);
        }
    }

    void show(DayHours hours, List<DayIncome> income) {
        XYChart.Series<String, Number> in = series(words.say("home.entries"));
        XYChart.Series<String, Number> out = series(words.say("home.exits"));
        hours.hours().forEach(hour -> {
            in.getData().add(new XYChart.Data<>(Integer.toString(hour.hour()), hour.entered()));
            out.getData().add(new XYChart.Data<>(Integer.toString(hour.hour()), hour.exited()));
        });
        fill(byHour, List.of(in, out));
        XYChart.Series<String, Number> days = series(words.say("home.by-day"));
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", words.locale());
        income.forEach(each -> days.getData()
                .add(new XYChart.Data<>(
                        day.format(each.day()), each.income().major().doubleValue())));
        fill(byDay, List.of(days));
    }

    private static XYChart.Series<String, Number> series(String name) {
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        series.setName(name);
        return series;
    }

    /** Bars are set to their new height, and made anew only where there are others: that costs the most. */
    private static void fill(BarChart<String, Number> chart, List<XYChart.Series<String, Number>> series) {
        if (!across(chart.getData()).equals(across(series))) {
            chart.getData().setAll(series);
        }
        for (int at = 0; at < series.size(); at++) {
            List<XYChart.Data<String, Number>> shown = chart.getData().get(at).getData();
            List<XYChart.Data<String, Number>> now = series.get(at).getData();
            for (int bar = 0; bar < now.size(); bar++) {
                if (!now.get(bar).getYValue().equals(shown.get(bar).getYValue())) {
                    shown.get(bar).setYValue(now.get(bar).getYValue());
                }
            }
        }
        chart.setAccessibleText(chart.getTitle() + ": " + told(series));
    }

    private static List<List<String>> across(List<XYChart.Series<String, Number>> series) {
        return series.stream()
                .map(each ->
                        each.getData().stream().map(XYChart.Data::getXValue).toList())
                .toList();
    }

    private static String told(List<XYChart.Series<String, Number>> series) {
        StringBuilder told = new StringBuilder();
        series.forEach(each -> {
            told.append(each.getName()).append(' ');
            each.getData().stream()
                    .filter(data -> data.getYValue().doubleValue() != 0)
                    .forEach(data -> told.append(data.getXValue())
                            .append(' ')
                            .append(data.getYValue())
                            .append(", "));
        });
        return told.toString();
    }
}
