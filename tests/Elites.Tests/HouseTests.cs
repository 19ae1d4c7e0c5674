using System.Reflection;

namespace Elites.Tests;

/// <summary>Who knows whom among the rooms, and that no rule sees more than its constructor names.</summary>
public class HouseTests
{
    private const string Begin = "<!-- rooms of the code, written by HouseTests.Write_Odd -->\n";
    private const string End = "<!-- end of rooms -->";

    /// <summary>The most parts that a rule may take, with the moment and the parameters among them.</summary>
    private const int MostParts = 6;

    [Test]
    public void Types_OfARoom_BelongToARoomThatIsKnown() =>
        Assert.That(House.Types.Select(type => type.Namespace!["Elites.".Length..]).Distinct(), Is.EquivalentTo(House.Rooms.Select(room => room.Name)));

    [Test]
    public void Types_OfARoom_NeitherHoldNorTakeNorMakeTheWholeModel()
    {
        var offenders = House.Types.Where(type => House.IsAtWork(type) && House.TypesUsedBy(type).Contains(typeof(ElitesModel)));
        Assert.That(offenders, Is.Empty, "a rule takes the parts that it reads and writes; measures alone see the model");
    }

    [Test]
    public void Types_OfMeasures_DoSeeTheModel() =>
        Assert.That(House.Types.Where(type => House.TypesUsedBy(type).Contains(typeof(ElitesModel))), Is.Not.Empty, "else the test before this one sees nothing");

    [Test]
    public void Rules_Constructors_TakeAFewParts()
    {
        var rules = House.Types.Where(IsRule).ToList();
        Assert.That(rules, Has.Count.GreaterThan(60));
        var offenders = rules.SelectMany(rule => rule.GetConstructors()).Where(constructor => constructor.GetParameters().Length > MostParts);
        Assert.That(offenders.Select(constructor => $"{constructor.DeclaringType!.Name} takes {constructor.GetParameters().Length} parts"), Is.Empty);
    }

    // The leader's foresight is why his room stands above all others: he alone looks at every room, and nobody looks at his.
    [Test]
    public void Arrows_BetweenRooms_PointDown()
    {
        var order = House.Rooms.Select(room => room.Name).ToList();
        var offenders = House.Arrows.SelectMany(arrow => arrow.Value.Where(other => order.IndexOf(other) >= order.IndexOf(arrow.Key)).Select(other => $"{arrow.Key} knows {other}"));
        Assert.That(offenders, Is.Empty);
    }

    [Test]
    public void Arrows_OfTheLeader_AreForesight() =>
        Assert.That(House.Arrows["Leadership"], Does.Contain("Coups").And.Contain("EliteLoyalty").And.Contain("Economics"));

    [Test]
    public void Odd_PictureOfRooms_IsThatOfTheCode() =>
        Assert.That(Renewed(File.ReadAllText(Odd())), Is.EqualTo(File.ReadAllText(Odd())), "the explicit test Write_Odd writes it anew");

    [Test]
    [Explicit("writes the picture anew")]
    public void Write_Odd()
    {
        File.WriteAllText(Odd(), Renewed(File.ReadAllText(Odd())));
        Assert.That(File.Exists(Odd()), Is.True);
    }

    /// <summary>A rule is a struct with a step, or one that a step is made of; what it finds is a record.</summary>
    private static bool IsRule(Type type) =>
        type is { IsValueType: true, IsEnum: false } && House.IsAtWork(type) && !type.GetMethods(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(method => method.Name == "PrintMembers");

    private static string Renewed(string text)
    {
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        Assert.That(to, Is.GreaterThanOrEqualTo(from), "the ODD has no markers of rooms");
        return text[..from] + House.Picture() + text[to..];
    }

    private static string Odd()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Agents.sln")))
            folder = folder.Parent;
        if (folder is null)
            Assert.Ignore("skipped: the sources are not above the folder of the tests.");
        return Path.Combine(folder!.FullName, "src", "Elites", "ODD.md");
    }
}
