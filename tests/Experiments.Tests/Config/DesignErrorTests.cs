namespace Experiments.Tests.Config;

/// <summary>What a modeller is told who writes a design that cannot be run.</summary>
public sealed class DesignErrorTests : ConfigFolder
{
    private const string Random = "method: random, points: 4, factors: ";

    private const string Scenarios = """
        scenarios:
          calm: {parameters: {growth.drift: 1}}
          storm:
            interventions:
              - {at: 12, until: 15, to: {growth.rate: 0.25}}
              - {at: 5, set: {growth.rate: 1, lowest_weight: 1}}

        """;

    [TestCase("points: 3", "pond.yaml:2:9: design: 'method' is missing; the methods are full_factorial, one_at_a_time, list, csv, random, latin_hypercube, sobol, saltelli, morris")]
    [TestCase("method: latin_hypercub", "pond.yaml:2:18: design.method: there is no method 'latin_hypercub'; did you mean 'latin_hypercube'?; the methods are")]
    [TestCase("method: none", "there is no method 'none'")]
    [TestCase("method: random, factors: {growth.rate: {min: 0, max: 1}}", "design: 'points' is missing: random needs it")]
    [TestCase("method: random, points: 4", "design.factors: names nothing that varies: write factors: {KEY: {min: 0, max: 1}}")]
    [TestCase("method: random, points: 4, levels: 4, factors: {growth.rate: {min: 0, max: 1}}", "design.levels: has no meaning for random; the keys here are method, points, seed, factors")]
    [TestCase("method: random, pointz: 4, points: 4, factors: {growth.rate: {min: 0, max: 1}}", "design.pointz: unknown key; did you mean 'points'?")]
    [TestCase("method: sobol, points: 100, factors: {growth.rate: {min: 0, max: 1}}", "design.points: 100 is not a power of two, so that the points are not balanced; write 64 or 128")]
    [TestCase("method: saltelli, points: 100, factors: {growth.rate: {min: 0, max: 1}}", "design.points: 100 is not a power of two")]
    [TestCase("method: sobol, points: 64, skip: 5, factors: {growth.rate: {min: 0, max: 1}}", "design.skip: 5 is not a multiple of points (64)")]
    [TestCase("method: sobol, points: 64, scramble: yes, factors: {growth.rate: {min: 0, max: 1}}", "design.scramble: 'yes' is not a boolean: write true; allowed is one of true, false")]
    [TestCase("method: morris, trajectories: 4, levels: 5, factors: {growth.rate: {min: 0, max: 1}}", "design.levels: 5 is odd")]
    [TestCase("method: morris, trajectories: 4, factors: {herd.animals: {min: 3, max: 4}, growth.season: {levels: [wet]}}", "design.factors.growth.season: has the same value at two of the 4 levels that a step leads between: widen its range")]
    [TestCase("method: morris, trajectories: 4, groups: {a: [growth.rat]}, factors: {growth.rate: {min: 0, max: 1}}", "design.groups.a: there is no factor 'growth.rat'; did you mean 'growth.rate'?")]
    [TestCase("method: morris, trajectories: 4, groups: {a: [growth.rate], b: [growth.rate]}, factors: {growth.rate: {min: 0, max: 1}}", "design.groups.b: growth.rate stands in the group a already")]
    [TestCase("method: morris, trajectories: 4, factors: {growth.rate: {distribution: normal, mean: 1, deviation: 1}}", "'min', 'max' is missing")]
    [TestCase("method: latin_hypercube, points: 20000, maximin: 1000, factors: {growth.rate: {min: 0, max: 1}}", "design.maximin: 1000 hypercubes of 20000 points would take many minutes to compare")]
    [TestCase("method: latin_hypercube, points: 2000000, factors: {growth.rate: {min: 0, max: 1}}", "a Latin hypercube has at most 1048576 points")]
    [TestCase("method: full_factorial, factors: {growth.rate: {min: 0, max: 1, levels: 9999}, growth.drift: {min: 0, max: 1, levels: 9999}}", "design: 99980001 rows of 2 factors are more than a study can hold (10000000 rows, 250000000 values in all)")]
    [TestCase("method: full_factorial, factors: {growth.rate: {min: 0, max: 1}}", "design.factors.growth.rate: has no levels: write levels: [a, b], or beside the range a number of levels, such as levels: 5")]
    [TestCase(Random + "{growth.rate: {min: 0, max: 1, also: [growth.drif]}}", "design.factors.growth.rate.also: herd has no parameter 'growth.drif'; did you mean 'growth.drift'?")]
    [TestCase(Random + "{growth.rate: {min: 0, max: 1, also: [herd.animals]}}", "design.factors.growth.rate.also: herd.animals (integer) and growth.rate (number) cannot take the same value")]
    [TestCase(Random + "{growth.rate: {min: 0, max: 1, also: [growth.drift, growth.drift]}}", "design.factors.growth.rate.also: growth.drift stands there twice")]
    [TestCase(Random + "{growth.rate: {min: 0, max: 1, also: [growth.drift]}, growth.drift: {min: 0, max: 1}}", "design.factors.growth.rate.also: growth.drift varies with another factor too")]
    [TestCase(Random + "{growth.drift: {min: 3, max: 4, also: [growth.rate]}}", "growth.rate: ")]
    [TestCase(Random + "{growth.rate: {min: 0, max: 1, levels: 3}}", "design.factors.growth.rate.levels: a number of levels is for full_factorial and one_at_a_time")]
    [TestCase(Random + "{growth.rat: {min: 0, max: 1}}", "pond.yaml:2:47: design.factors.growth.rat: herd has no parameter 'growth.rat'; did you mean 'growth.rate'?")]
    [TestCase(Random + "{growth.rate: {min: 0, max: 3}}", "design.factors.growth.rate.max: 3 is out of range: allowed is 0 to 2 (per week)")]
    [TestCase(Random + "{growth.rate: {levels: [1, 2.5]}}", "design.factors.growth.rate.levels: 2.5 is out of range: allowed is 0 to 2 (per week)")]
    [TestCase(Random + "{growth.rate: {levels: [1, 1.0]}}", "design.factors.growth.rate.levels: 1 stands there twice")]
    [TestCase(Random + "{growth.rate: {levels: []}}", "design.factors.growth.rate.levels: names no level")]
    [TestCase(Random + "{growth.rate: {levels: [1], min: 0}}", "design.factors.growth.rate.min: has no place beside a list of levels")]
    [TestCase("method: sobol, points: 4, seed: 5, factors: {growth.rate: {min: 0, max: 1}}", "design.seed: changes nothing: the points of sobol are the sequence as it is; write scramble: true beside it, or leave seed out")]
    [TestCase("method: saltelli, points: 4, scramble: false, seed: 5, factors: {growth.rate: {min: 0, max: 1}}", "design.seed: changes nothing")]
    [TestCase(Random + "{growth.rate: {min: 1, max: 1.0000000000001}}", "design.factors.growth.rate: has no values between its ends, which differ beyond the 12 significant digits that a design keeps")]
    [TestCase(Random + "{growth.drift: {distribution: normal, mean: 1e12, deviation: 0.1}}", "design.factors.growth.drift: has no values between its ends")]
    [TestCase("method: latin_hypercube, points: 400, factors: {growth.rate: {min: 1, max: 1.000000001}}", "design.factors.growth.rate: has about 101 values of 12 significant digits for 400 points: widen its range")]
    [TestCase("method: full_factorial, factors: {growth.rate: {min: 1, max: 1.00000000005, levels: 9}}", "design.factors.growth.rate: has 6 values for 9 levels: widen its range")]
    [TestCase("method: one_at_a_time, factors: {herd.animals: {min: 1, max: 3, levels: 5}}", "design.factors.herd.animals: has 3 values for 5 levels: widen its range")]
    [TestCase(Random + "{growth.rate: [0.2, 0.6]}", "design.factors.growth.rate: a list is not a map of keys to values: write {min: 0.2, max: 0.6} for a range, or {levels: [0.2, 0.6]} for these values")]
    [TestCase(Random + "{growth.rate: [0.2, 0.4, 0.6]}", "write {levels: [0.2, 0.4, 0.6]} for these values, or {min: 0, max: 1} for a range")]
    [TestCase(Random + "[growth.rate]", "design.factors: a list is not a map of keys to values: write factors: {KEY: {min: 0, max: 1}}")]
    [TestCase(Random + "{growth.rate: {min: 1, max: 1}}", "design.factors.growth.rate: max is not greater than min")]
    [TestCase(Random + "{growth.rate: {}}", "design.factors.growth.rate: 'min', 'max' is missing: write {min: 0, max: 1}")]
    [TestCase(Random + "{growth.rate: {distribution: beta, min: 0, max: 1}}", "there is no distribution 'beta'; the distributions are uniform, log_uniform, normal, triangular")]
    [TestCase(Random + "{growth.rate: {distribution: log_uniform, min: 0, max: 1}}", "the logarithm needs a min above 0")]
    [TestCase(Random + "{growth.rate: {distribution: triangular, min: 0, max: 1, mode: 2}}", "mode does not lie between min and max")]
    [TestCase(Random + "{growth.rate: {distribution: normal, mean: 1, deviation: 0}}", "deviation is not greater than 0")]
    [TestCase(Random + "{growth.rate: {distribution: normal, mean: 90, deviation: 1, min: 0, max: 2}}", "almost nothing of this normal distribution lies between min and max")]
    [TestCase(Random + "{growth.rate: {min: 0, max: 1, mean: 3}}", "design.factors.growth.rate.mean: has no meaning for uniform")]
    [TestCase(Random + "{growth.season: {min: 0, max: 1}}", "design.factors.growth.season: is a choice, and has no min: write levels: [dry_months, wet], or {} for all of them")]
    [TestCase(Random + "{growth.season: {levels: [wett]}}", "'wett' is not a choice; did you mean 'wet'?")]
    [TestCase(Random + "{herd.animals: {min: 1.5, max: 3}}", "design.factors.herd.animals.min: '1.5' is not an integer")]
    [TestCase("method: sobol, points: 4, factors: {growth.drift: {distribution: normal, mean: 0, deviation: 1}}", "design: row 1 (growth.drift infinite): growth.drift: the value is infinite: give the distribution min and max")]
    [TestCase("method: list, rows: []", "design.rows: a list holds rows")]
    [TestCase("method: list, rows: [{}]", "design.rows[1]: names nothing that varies")]
    [TestCase("method: list, rows: [{growth.rate: 1}, {}]", "design.rows[2]: has no value of growth.rate: every row names the same factors")]
    [TestCase("method: list, rows: [{growth.rate: 1}, {growth.rate: 1, growth.drift: 1}]", "design.rows[2].growth.drift: unknown key")]
    [TestCase("method: list, rows: [{growth.rate: 9}]", "design.rows[1].growth.rate: 9 is out of range")]
    [TestCase("method: csv", "design: 'file' is missing")]
    [TestCase("method: csv, file: nowhere.csv", "nowhere.csv': there is no such file")]
    public void Load_UnsoundDesign_IsRefused(string design, string expected) =>
        Assert.That(Refusal($"model: herd\ndesign: {{{design}}}"), Does.Contain(expected));

    [TestCase("scenarios.strm.interventions[1].at", "there is no scenario 'strm'; did you mean 'storm'?; the scenarios are calm, storm")]
    [TestCase("scenarios.calm.interventions[1].at", "calm has no intervention 1 that changes something; it has none")]
    [TestCase("scenarios.storm.interventions[3].at", "storm has no intervention 3 that changes something; it has 1, 2")]
    [TestCase("scenarios.storm.interventions[2].until", "the intervention is no ramp, so that it has no until")]
    [TestCase("scenarios.storm.interventions[1].set.growth.rate", "the intervention has to and no set")]
    [TestCase("scenarios.storm.interventions[2].set.growth.rte", "the intervention does not change 'growth.rte'; did you mean 'growth.rate'?; it changes growth.rate, lowest_weight")]
    [TestCase("scenarios.storm.interventions.at", "is no path of an intervention: write scenarios.NAME.interventions[1].at, .until, .set.KEY or .to.KEY")]
    [TestCase("growth.drift", "the scenario calm sets it too: leave it to one of them")]
    public void Load_FactorThatIsNone_IsRefused(string factor, string expected) =>
        Assert.That(Refusal($"model: herd\n{Scenarios}design: {{{Random}{{'{factor}': {{levels: [1]}}}}}}"), Does.Contain($"design.factors.{factor}: {expected}"));

    [Test]
    public void Load_FactorThatSetHolds_IsRefused() =>
        Assert.That(Refusal($"model: herd\ndesign: {{{Random}{{growth.rate: {{min: 0, max: 1}}}}}}", "growth.rate=1"),
            Does.Contain("design.factors.growth.rate: is held by --set, so that the design cannot vary it"));

    [Test]
    public void Load_FactorOfAnInterventionThatSetHolds_IsRefused() =>
        Assert.That(Refusal($"model: herd\n{Scenarios}design: {{{Random}{{'scenarios.storm.interventions[2].set.lowest_weight': {{levels: [1]}}}}}}", "lowest_weight=1"),
            Does.Contain("lowest_weight is held by --set, so that the design cannot vary it"));

    [Test]
    public void Load_TimeBeyondTheHorizon_IsRefused() =>
        Assert.That(Refusal($"model: herd\n{Scenarios}design: {{{Random}{{'scenarios.storm.interventions[2].at': {{levels: [5, 20]}}}}}}"),
            Does.Contain("20 is beyond the horizon: the last step of 20 starts at row 19"));

    [Test]
    public void Load_RampThatEndsBeforeItBegins_IsRefused() =>
        Assert.That(Refusal($"model: herd\n{Scenarios}design: {{method: full_factorial, factors: {{'scenarios.storm.interventions[1].at': {{levels: [14, 15, 16]}}}}}}"),
            Does.Contain("design: row 2 (scenarios.storm.interventions[2].at 15) in scenario storm: a ramp would end at 15 and not after it begins at 15; 2 of 3 rows cannot be run"));

    [Test]
    public void Load_InterventionsThatMeet_AreRefused() =>
        Assert.That(Refusal($"model: herd\n{Scenarios}design: {{method: full_factorial, factors: {{'scenarios.storm.interventions[2].at': {{levels: [5, 13]}}}}}}"),
            Does.Contain("row 2 (scenarios.storm.interventions[1].at 13) in scenario storm: growth.rate is changed by two interventions at tick 13"));

    [Test]
    public void Load_RowThatTheModelRefuses_IsNamed() =>
        Assert.That(Refusal("model: herd\ndesign: {method: full_factorial, factors: {herd.animals: {levels: [50, 60]}, herd.pasture_limit: {levels: [40, 55, 70]}}}"),
            Does.Contain("pond.yaml:2:9: design: row 1 (herd.animals 50, herd.pasture_limit 40) in scenario baseline: herd.animals (50) must not exceed herd.pasture_limit (40); 3 of 6 rows cannot be run"));

    [Test]
    public void Load_NormalValueOutOfRange_IsNamed() =>
        Assert.That(Refusal("model: herd\ndesign: {method: latin_hypercube, points: 4, factors: {growth.rate: {distribution: normal, mean: 0, deviation: 1}}}"),
            Does.Match(@"design: row [1-4] \(growth.rate -[0-9.]+\): growth.rate: -[0-9.]+ is out of range: allowed is 0 to 2"));

    [Test]
    public void Load_TooManyDimensions_IsRefused()
    {
        var factors = string.Join(", ", Enumerable.Range(1, 600).Select(number => $"'scenarios.s{number}.interventions[1].at': {{min: 1, max: 9}}"));
        var scenarios = string.Join(", ", Enumerable.Range(1, 600).Select(number => $"s{number}: {{interventions: [{{at: 1, set: {{growth.rate: 1}}}}]}}"));
        Assert.That(Refusal($"model: herd\nscenarios: {{{scenarios}}}\ndesign: {{method: saltelli, points: 4, factors: {{{factors}}}}}"),
            Does.Contain("600 factors need 1200 dimensions of the Sobol' sequence, whose directions end at 1024"));
    }

    [TestCase("growth.rate,growth.drift\n0.1,1\nx,1\n", "points.csv:3:1: growth.rate: 'x' is not a number")]
    [TestCase("growth.rate,growth.drift\n0.1,1\n0.1,\n", "points.csv:3:5: growth.drift: nothing is not a number")]
    [TestCase("growth.rate,growth.drift\n0.1,1\n0.1\n", "points.csv:3:1: the line has 1 cells, the first line 2")]
    [TestCase("growth.rate,growth.drft\n0.1,1\n", "points.csv:1:13: growth.drft: herd has no parameter 'growth.drft'; did you mean 'growth.drift'?")]
    [TestCase("growth.rate,growth.rate\n0.1,1\n", "points.csv:1:1: growth.rate: two columns have this name")]
    [TestCase("growth.rate,growth.drift\n", "points.csv:1:1: the file has no rows")]
    [TestCase("", "points.csv:1:1: no column is a factor")]
    [TestCase("design_row,growth.rate\n1,1\n3,1\n", "points.csv:3:1: design_row: 3 follows 1: the rows are not in order, or one is missing")]
    [TestCase("design_row,growth.rate\n1,1\n1,2\n", "points.csv:3:3: growth.rate: 2 differs from 1 in the same row of the design")]
    [TestCase("design_row,growth.rate\n1,1\n2,\n", "points.csv: growth.rate: row 2 of the design has no value")]
    public void Load_UnsoundFile_IsRefused(string text, string expected)
    {
        Write(text, "points.csv");
        Assert.That(Refusal("model: herd\ndesign: {method: csv, file: points.csv}"), Does.Contain(expected));
    }

    [Test]
    public void Load_FileThatIsNotWhatTheConfigWasWrittenFor_IsRefused()
    {
        Write("growth.rate\n0.1\n", "points.csv");
        Assert.That(Refusal("model: herd\ndesign: {method: csv, file: points.csv, sha256: abc}"), Does.Contain("design.sha256: the rows of points.csv are not those that the config was written for"));
        Assert.That(Refusal("model: herd\ndesign: {method: csv, file: points.csv, columns: [growth.rte]}"), Does.Contain("points.csv:1:1: design.columns: the file has no column 'growth.rte'; did you mean 'growth.rate'?"));
    }

    [Test]
    public void Load_MoreRunsThanCanBeCounted_IsRefused() =>
        Assert.That(Refusal("model: herd\nreplications: 1000000\ndesign: {method: random, points: 3000, factors: {growth.rate: {min: 0, max: 1}}}"),
            Does.Contain("1000000 replications x 3000 rows of the design x 1 scenarios = 3000000000 runs, of which a study has at most 100000000"));

    /// <summary>Two names of one factor were two columns of one key, and an exception.</summary>
    [Test]
    public void Load_InterventionUnderTwoNumbers_IsRefused() =>
        Assert.That(
            Refusal("""
                model: herd
                scenarios: {s: {interventions: [{at: 3, set: {growth.rate: 1}}]}}
                design: {method: list, rows: [{'scenarios.s.interventions[1].at': 2, 'scenarios.s.interventions[01].at': 4}]}
                """),
            Does.Contain("is no path of an intervention"));
}
