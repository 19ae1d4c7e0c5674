using System.Reflection;
using System.Text;
using Commands.Tests;

namespace Elites.Tests;

/// <summary>
/// The rooms of the model, read from its compiled code: a room is a namespace, and an arrow goes to each other room whose
/// state or rules its own name. Parameters are levers that any room may read, and have a table of their own; statements and
/// measures are about a room and not part of what it does.
/// </summary>
internal static class House
{
    private const string Prefix = "Elites.";

    /// <summary>From the ground up: a room may know those before it.</summary>
    public static readonly IReadOnlyList<(string Name, string Holds)> Rooms =
    [
        ("Populations", "leader, elite and mass; kinds, ties, households; whom agents stand for; the office; how all begin"),
        ("Warfare", "war or settlement, front, losses, recruits, hopes of victory"),
        ("Diplomacy", "the patron, offers and demands"),
        ("Economics", "output, budget, revenue, prices, work, sanctions, the army's supply"),
        ("Veterans", "coming home, trauma, betrayal, crime"),
        ("People", "hardship, legitimacy, grievance, narrative and opinions"),
        ("Street", "repression, what it cuts and hides, shocks of policy, sparks and protest"),
        ("EliteLoyalty", "rents, blame, the armed right, what speaks for and against the leader, loyalty shown"),
        ("Coups", "soundings, plots, attempts"),
        ("Forces", "units, morale, mutiny, orders against protest, arrests"),
        ("Elections", "rivals, the calendar of elections, the vote, and what is seen of it"),
        ("Leadership", "age and succession, the path, foresight, remedies"),
        ("Study", "outcomes, warnings, the index of instability, the catalogue of statements, the order of measures"),
    ];

    /// <summary>All types of the rooms, nested ones left to those that hold them.</summary>
    public static IEnumerable<Type> Types => typeof(ElitesModel).Assembly.GetTypes().Where(type => !type.IsNested && RoomOf(type) is not null);

    /// <summary>What the state and rules of each room name of other rooms.</summary>
    public static IReadOnlyDictionary<string, string[]> Arrows { get; } = Rooms.ToDictionary(
        room => room.Name,
        room => InOrder(Types.Where(type => RoomOf(type) == room.Name && IsAtWork(type))
            .SelectMany(TypesUsedBy).Where(IsAtWork).Select(RoomOf).OfType<string>().Where(other => other != room.Name)));

    /// <summary>The rooms whose rules read each section of parameters.</summary>
    public static IReadOnlyList<(string Key, string Room, string[] Readers)> Sections { get; } =
    [
        .. typeof(ElitesParameters).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<SectionAttribute>() is not null)
            .Select(property => (Snake(property.Name), RoomOf(property.PropertyType) ?? "", ReadersOf(property.PropertyType))),
    ];

    /// <summary>Whether a type is a part that does something, or state: no levers, statements or measures.</summary>
    public static bool IsAtWork(Type type) =>
        !IsParameters(type) && !type.Name.EndsWith("Statements", StringComparison.Ordinal) && !type.Name.EndsWith("Measures", StringComparison.Ordinal);

    /// <summary>The types that the code of a type names.</summary>
    public static IEnumerable<Type> TypesUsedBy(Type type) =>
        UsedMembers.Of(type).Select(member => member as Type ?? member.DeclaringType).OfType<Type>().Select(Outermost).Distinct();

    /// <summary>The section of the ODD between its markers.</summary>
    public static string Picture()
    {
        var text = new StringBuilder("```mermaid\nflowchart BT\n");
        foreach (var (room, _) in Rooms)
        {
            foreach (var other in Nearest(room))
                text.Append($"  {room} --> {other}\n");
        }
        text.Append("```\n\n| room | holds | knows |\n| --- | --- | --- |\n");
        foreach (var (room, holds) in Rooms)
            text.Append($"| `{room}` | {holds} | {(Arrows[room] is { Length: > 0 } known ? string.Join(", ", known) : "none")} |\n");
        text.Append("\n| parameters | room | read by |\n| --- | --- | --- |\n");
        foreach (var (key, room, readers) in Sections)
            text.Append($"| `{key}` | {(room == "" ? "the model" : room)} | {(readers.Length > 0 ? string.Join(", ", readers) : "the model")} |\n");
        return text.ToString();
    }

    /// <summary>The rooms known that no other known room knows already.</summary>
    private static IEnumerable<string> Nearest(string room) => Arrows[room].Where(other => !Arrows[room].Any(between => Arrows[between].Contains(other)));

    private static string[] ReadersOf(Type section) => InOrder(Types.Where(type => IsAtWork(type) && TypesUsedBy(type).Contains(section)).Select(RoomOf).OfType<string>());

    private static string[] InOrder(IEnumerable<string> rooms)
    {
        var found = rooms.ToHashSet();
        return [.. Rooms.Select(room => room.Name).Where(found.Contains)];
    }

    private static bool IsParameters(Type type) => type.Name.EndsWith("Parameters", StringComparison.Ordinal);

    private static string? RoomOf(Type type) =>
        type.Assembly == typeof(ElitesModel).Assembly && type.Namespace is { } name && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string Snake(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
