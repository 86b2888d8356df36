import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

/** Runs HeidelTime over many texts in one process: `Heidel LANGUAGE CONFIG LIST`, where LIST holds "day TAB in TAB out". */
public class Heidel {
    public static void main(String[] args) throws Exception {
        HeidelTimeStandalone heidel = new HeidelTimeStandalone(
            Language.getLanguageFromString(args[0]), DocumentType.NEWS, OutputType.TIMEML, args[1], POSTagger.NO, false);
        SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd");
        long spent = 0;
        for (String line : Files.readAllLines(Path.of(args[2]))) {
            String[] part = line.split("\t");
            String text = Files.readString(Path.of(part[1]));
            long start = System.nanoTime();
            String out = heidel.process(text, day.parse(part[0]));
            spent += System.nanoTime() - start;
            Files.writeString(Path.of(part[2]), out);
        }
        System.out.println(spent / 1e9);
    }
}
