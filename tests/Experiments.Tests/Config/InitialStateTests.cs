using System.Text.Json.Nodes;
using Agents;
using Experiments.Config;
using Experiments.Tests.Models;

namespace Experiments.Tests.Config;

/// <summary>What files make of an initial state, and what they are refused for.</summary>
public sealed class InitialStateTests : GuildFolder
{
    private const string Guild = "model: guild\ninitial: {members: members.csv}\n";

    [Test]
    public void Load_Records_FillTheNextRowOfTheirKind()
    {
        Write("standing,skill,coins,is_sworn,craft\napprentice,0.25,7,TRUE,rope_maker\nmaster,0.5,1e+02,False,smith\napprentice,,NA,1,\n", "members.csv");
        var drawn = Make(LoadGuild("model: guild"));
        var filled = Make(LoadGuild(Guild));
        Assert.That(filled.Members.Standing.Values.ToArray(), Is.EqualTo(drawn.Members.Standing.Values.ToArray()), "kinds stay");
        Assert.That(filled.Members.Skill.Values.ToArray(), Is.EqualTo(new[] { 0.5f, drawn.Members.Skill[1], 0.25f, drawn.Members.Skill[3], drawn.Members.Skill[4], drawn.Members.Skill[5] }));
        Assert.That(filled.Members.Coins.Values.ToArray(), Is.EqualTo(new[] { 100, drawn.Members.Coins[1], 7, drawn.Members.Coins[3], drawn.Members.Coins[4], drawn.Members.Coins[5] }));
        Assert.That(filled.Members.Coins.Next.ToArray(), Is.EqualTo(filled.Members.Coins.Values.ToArray()), "what is pending too");
        Assert.That(filled.Members.IsSworn.Values.ToArray(), Is.EqualTo(new[] { false, false, true, true, false, false }));
        Assert.That(filled.Members.Craft.Values.ToArray(), Is.EqualTo(new[] { Craft.Smith, Craft.Smith, Craft.RopeMaker, Craft.Smith, Craft.Smith, Craft.Smith }));
        Assert.That(filled.Members.Fame[0], Is.EqualTo(10), "what follows from a column follows the file");
    }

    [Test]
    public void Load_EdgeListOfRows_ReplacesTheLinks()
    {
        Write("source,target,weight\n1,2,1\n1,6,1.0\n", "ties.csv");
        Write("source,target\n3,1\n1,3\n", "debts.csv");
        var guild = Make(LoadGuild("model: guild\ninitial: {ties.friends: ties.csv, ties.debts: debts.csv}"));
        var reports = GuildModel.Definition.ModelReporters.ToDictionary(one => one.Name, one => one.Read(guild));
        Assert.That((reports["friendships"], reports["debts"]), Is.EqualTo((2, 2)));
        Assert.That(Enumerable.Range(0, 6).Select(row => FriendsOf(guild, row)), Is.EqualTo(new[] { 2, 1, 0, 0, 0, 1 }));
    }

    [Test]
    public void Load_WeightsWhereLinksHaveSome_FillThem()
    {
        Write("source,target,weight\n3,1,2.5\n1,3,-4\n1,2,0\n", "debts.csv");
        var guild = Make(LoadGuild("model: guild\ninitial: {ties.debts: debts.csv}"));
        Assert.That((guild.Sums[2].ToArray(), guild.Sums[0].ToArray()), Is.EqualTo((new[] { 2.5f }, new[] { 0f, -4f })));
        Write("source,target\n3,1\n", "debts.csv");
        Assert.That(Make(LoadGuild("model: guild\ninitial: {ties.debts: debts.csv}")).Sums[2, 0], Is.EqualTo(1));
        Write("source,target,weight\n3,1,\n", "debts.csv");
        Assert.That(GuildRefusal("model: guild\ninitial: {ties.debts: debts.csv}"), Does.StartWith("debts.csv:2:5: weight: "));
    }

    [Test]
    public void Load_EdgeListOfIds_FollowsTheRecordsToTheirRows()
    {
        Write("id,standing,name\nada,apprentice,Ada\nbo,master,Bo\n7,apprentice,Cid\n", "members.csv");
        Write("source,target\nbo,7\n", "ties.csv");
        var guild = Make(LoadGuild("model: guild\ninitial: {members: {file: members.csv, labels: [name]}, ties.friends: {file: ties.csv}}"));
        Assert.That(Enumerable.Range(0, 6).Select(row => FriendsOf(guild, row)), Is.EqualTo(new[] { 1, 0, 0, 1, 0, 0 }));
    }

    [TestCase("coins\n1\n", "members.csv:1:1: standing: the column is missing: members has several kinds, and a record fills the next row of its kind (master, apprentice)")]
    [TestCase("standing,coinz\nmaster,1\n", "members.csv:1:10: coinz: members has no state variable of this name; did you mean 'coins'?; files can fill skill, craft, coins, is_sworn. A column that is only carried along stands under labels: [coinz]")]
    [TestCase("standing,fame\nmaster,1\n", "members.csv:1:10: fame: follows from coins, so that no file fills it")]
    [TestCase("standing,weight\nmaster,1\n", "members.csv:1:10: weight: lives within a tick only, so that no file fills it")]
    [TestCase("standing,coins\nmaster,1\nknight,2\n", "members.csv:3:1: standing: 'knight' is not a choice; allowed is one of master, apprentice")]
    [TestCase("standing,craft\nmaster,smit\n", "members.csv:2:8: craft: 'smit' is not a choice; did you mean 'smith'?; allowed is one of smith, rope_maker")]
    [TestCase("standing,skill\nmaster,0.5\nmaster,1.5\n", "members.csv:3:8: skill: '1.5' is out of range; allowed is a number from 0 to 1")]
    [TestCase("standing,skill\nmaster,high\n", "members.csv:2:8: skill: 'high' is not a number; allowed is a number from 0 to 1")]
    [TestCase("standing,coins\nmaster,100.5\n", "members.csv:2:8: coins: '100.5' is not an integer; allowed is an integer from 0 to 2147483647")]
    [TestCase("standing,coins\nmaster,-1\n", "members.csv:2:8: coins: -1 is out of range")]
    [TestCase("standing,is_sworn\nmaster,perhaps\n", "members.csv:2:8: is_sworn: 'perhaps' is not a boolean; allowed is one of true, false")]
    [TestCase("standing,coins,coins\nmaster,1,1\n", "members.csv:1:1: coins: two columns have this name")]
    [TestCase("id,standing\na,master\na,apprentice\n", "members.csv:3:1: id: 'a' is the id of line 2 already")]
    [TestCase("id,standing\n,master\n", "members.csv:2:1: id: is empty: where there is a column of ids, every record has one")]
    [TestCase("standing\nmaster\n", "members.csv:1:1: no column is a state variable of members: files can fill skill, craft, coins, is_sworn")]
    [TestCase("standing,coins\n", "members.csv:1:1: the file has no rows")]
    [TestCase("standing,coins\nmaster,1\nmaster,2\nmaster,3\n", "members.csv:4:1: initial.members: more records of the kind master than the 2 that members has of it")]
    [TestCase("standing,coins\nmaster,1000\n", "pond.yaml:2:20: initial.members: the first master has more coins than the guild's chest holds")]
    [TestCase("standing;coins\nmaster;1,5\n", "members.csv:1:1: the columns are separated by semicolons")]
    public void Load_RecordsThatDoNotFit_AreRefused(string text, string expected)
    {
        Write(text, "members.csv");
        Assert.That(GuildRefusal(Guild), Is.EqualTo(expected).Or.StartsWith(expected));
    }

    [TestCase("source,target\n1,7\n", "ties.csv:2:1: initial.ties.friends: 7 is no row of members, which has 6")]
    [TestCase("source,target\n0,1\n", "ties.csv:2:1: source: 0 is out of range")]
    [TestCase("source,target\n1,2\n2,2\n", "ties.csv:3:3: target: the link leads from where it starts: nobody has a tie with himself")]
    [TestCase("source,target\n1,2\n2,1\n", "ties.csv:3:1: source: line 2 has the link already")]
    [TestCase("source,target,weight\n1,2,0.5\n", "ties.csv:2:5: weight: '0.5': the links of networks have no weight, so that 1 is the only one; take the column out")]
    [TestCase("source,goal\n1,2\n", "ties.csv:1:8: goal: an edge list has no such column; its columns are source, target, weight\nties.csv:1:1: target: the column is missing: an edge list has the columns source and target")]
    public void Load_LinksThatDoNotFit_AreRefused(string text, string expected)
    {
        Write(text, "ties.csv");
        Assert.That(GuildRefusal("model: guild\ninitial: {ties.friends: ties.csv}"), Does.StartWith(expected));
    }

    [Test]
    public void Load_LinkToAnIdThatNobodyHas_IsRefused()
    {
        Write("id,standing\nanna,master\n", "members.csv");
        Write("source,target\nanna,ana\n", "ties.csv");
        Assert.That(GuildRefusal("model: guild\ninitial: {members: members.csv, ties.friends: ties.csv}"), Is.EqualTo($"ties.csv:2:6: target: 'ana' is no id of {Folder}/members.csv; did you mean 'anna'?".Replace(Folder + "/", "", StringComparison.Ordinal)));
    }

    [TestCase("{member: x.csv}", "initial.member: guild has no population and no network of this name; did you mean 'members'?; files can fill members, elders, ties.friends, ties.debts")]
    [TestCase("{members: nowhere.csv}", "initial.members: 'nowhere.csv': there is no such file")]
    [TestCase("{members: [a]}", "initial.members: a list is not the name of a CSV file")]
    [TestCase("{members: {labels: [a]}}", "initial.members: 'file' is missing: the name of a CSV file")]
    [TestCase("{members: {file: here.csv, label: [name]}}", "initial.members.label: unknown key; did you mean 'labels'?")]
    [TestCase("{members: {file: here.csv, labels: [nam]}}", "here.csv:1:1: nam: the file has no column of this name, which labels names; did you mean 'name'?")]
    [TestCase("{members: {file: here.csv, labels: [coins]}}", "here.csv:1:1: coins: is a state variable of members, so that it cannot be a label")]
    [TestCase("{members: {file: here.csv, sha256: abc}}", "initial.members.sha256: here.csv is not the file that the config was written for (its hash is ")]
    public void Load_SectionThatNamesNothing_IsRefused(string section, string expected)
    {
        Write("standing,name,coins\nmaster,Bo,1\n", "here.csv");
        Assert.That(GuildRefusal($"model: guild\ninitial: {section}"), Does.Contain(expected));
    }

    [Test]
    public void Load_APopulationWithoutColumnsForFiles_SaysSo()
    {
        Write("x\n1\n", "herd.csv");
        Assert.That(Refusal("model: herd\ninitial: {herd: herd.csv}"), Does.Contain("initial.herd: herd has no population and no network of this name; files can fill nothing of it"));
    }

    [Test]
    public void Load_DesignThatMakesThePopulationTooSmall_NamesTheRow()
    {
        Write("standing,coins\nmaster,1\nmaster,2\n", "members.csv");
        Assert.That(GuildRefusal(Guild + "design: {method: full_factorial, factors: {masters: {levels: [2, 1]}}}"),
            Is.EqualTo("members.csv:3:1: initial.members: more records of the kind master than the 1 that members has of it (scenario baseline, row 1 of the design)"));
    }

    [Test]
    public void Load_OtherContent_IsAnotherStudyAndTheSameContentElsewhereIsNot()
    {
        Write("standing,coins\nmaster,1\n", "members.csv");
        var one = LoadGuild(Guild).ResolvedYaml;
        Assert.That(one, Does.Contain("\ninitial:\n  members: {file: inputs/members.csv, sha256: '"));
        Write("standing,coins\nmaster,1\n", "copy.csv");
        Assert.That(LoadGuild(Guild.Replace("members.csv", "copy.csv", StringComparison.Ordinal)).ResolvedYaml, Is.EqualTo(one));
        Write("standing,coins\nmaster,2\n", "members.csv");
        Assert.That(LoadGuild(Guild).ResolvedYaml, Is.Not.EqualTo(one));
    }

    [Test]
    public void Catalogue_OfAModel_HasWhatFilesCanFill()
    {
        var catalogue = InitialCatalogue.Of(GuildModel.Definition);
        Assert.That(catalogue.Keys, Is.EqualTo(new[] { "members", "elders", "ties.friends", "ties.debts" }));
        Assert.That(catalogue.Populations[0].Columns.Select(column => (column.Name, column.Allowed)), Is.EqualTo(new[]
        {
            ("standing", "one of master, apprentice"), ("skill", "a number from 0 to 1"), ("craft", "one of smith, rope_maker"),
            ("coins", "an integer from 0 to 2147483647"), ("is_sworn", "one of true, false"),
        }));
        Assert.That(catalogue.Populations[0].Others, Is.EqualTo(new[] { ("fame", "follows from coins"), ("weight", "lives within a tick only") }));
    }

    [Test]
    public void Schema_OfAModel_HasTheKeysThatFilesCanFill() => Assert.That(
        JsonNode.Parse(ConfigSchema.Of(GuildModel.Definition))!["properties"]!["initial"]!["properties"]!.AsObject().Select(property => property.Key),
        Is.EqualTo(InitialCatalogue.Of(GuildModel.Definition).Keys));

    private static double FriendsOf(Model model, int row) => GuildModel.Definition.AgentReporters.First(one => one.Name == "friends").Read(model, row);
}
