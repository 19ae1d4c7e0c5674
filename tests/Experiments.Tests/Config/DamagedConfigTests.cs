using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>Whatever a file holds, it gives a study or a message, and nothing else.</summary>
public sealed class DamagedConfigTests : ConfigFolder
{
    private const string Whole = """
        model: herd
        name: lake
        seed: 7
        replications: 3
        ticks: 60
        measures: {every: 2, model: [is_full, size], agents: []}
        parameters: {herd.animals: 20, growth.rate: 1}
        scenarios:
          calm: {}
          storm:
            parameters: {growth.season: dry_months, growth.is_seasonal: true}
            interventions:
              - {at: 30, until: 40, to: {growth.rate: 0.25}}
              - {at: 5, set: {growth.is_seasonal: true}}
        design: {}
        """;

    private const string Letters = "{}[]:,-#&*!|>'\"%@`?~.0159eE+_ax \n\t\\\u0001\u00E9\uFEFF";

    [Test]
    public void Load_DamagedConfig_GivesAStudyOrAMessage()
    {
        var dice = new Random(1);
        var (studies, refusals) = (0, 0);
        for (var i = 0; i < 1500; i++)
        {
            var text = Damage(dice);
            try
            {
                var study = Load(text);
                Assert.That(LoadFile(Write(study.ResolvedYaml, "again.yaml")).ResolvedYaml, Is.EqualTo(study.ResolvedYaml));
                studies++;
            }
            catch (ConfigException exception)
            {
                Assert.That(exception.Message, Does.StartWith(Folder));
                refusals++;
            }
            catch (Exception exception) when (exception is not AssertionException)
            {
                Assert.Fail($"{exception.GetType()}: {exception.Message}\n{text}");
            }
        }
        Assert.That(studies, Is.GreaterThan(10));
        Assert.That(refusals, Is.GreaterThan(500));
    }

    private static string Damage(Random dice)
    {
        var text = Whole;
        for (var damages = dice.Next(1, 4); damages > 0; damages--)
        {
            var at = dice.Next(text.Length);
            var letter = Letters[dice.Next(Letters.Length)].ToString();
            text = dice.Next(4) switch
            {
                0 => text.Insert(at, letter),
                1 => text.Remove(at, 1),
                2 => text.Remove(at, 1).Insert(at, letter),
                _ => text.Remove(at, Math.Min(dice.Next(20), text.Length - at)),
            };
        }
        return text;
    }
}
