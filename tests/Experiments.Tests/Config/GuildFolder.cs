using Experiments.Config;
using Experiments.Tests.Models;

namespace Experiments.Tests.Config;

/// <summary>Configs of a guild, and the tables that they take data from.</summary>
public abstract class GuildFolder : ConfigFolder
{
    protected Study LoadGuild(string text, params string[] sets) =>
        StudyLoader.Load(Write(text), GuildModel.Models, new Overrides { Sets = sets });

    protected string GuildRefusal(string text, params string[] sets) => RefusalOf(() => LoadGuild(text, sets));

    /// <summary>The guild in its initial state.</summary>
    protected static GuildModel Make(Study study, int point = 1) =>
        (GuildModel)study.Make(study.Catalogue.Make(study.DesignPoints[point - 1].Values), study.SeedOf(study.DesignPoints[point - 1], 1));
}
