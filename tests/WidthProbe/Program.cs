using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using WidthProbe;

// Says which vectors this process uses and what it computes with them. Tests start it under several settings of the
// runtime and compare: the widths must differ, the hashes must not.
if (args is not [var subject])
{
    Console.Error.WriteLine("usage: WidthProbe numerics|classics|elites|rules:classics|rules:elites|rules:torture|rules:FILE");
    return 2;
}
var hash = new BitHash();
switch (subject)
{
    case "numerics":
        NumericsProbe.Feed(hash);
        break;
    case "classics":
        ClassicsProbe.Feed(hash);
        break;
    case "elites":
        ElitesProbe.Feed(hash);
        break;
    case var rules when rules.StartsWith("rules:", StringComparison.Ordinal):
        var complaints = RulesProbe.Feed(hash, rules["rules:".Length..]);
        foreach (var complaint in complaints)
            Console.Error.WriteLine(complaint);
        if (complaints.Count > 0)
            return 1;
        break;
    default:
        Console.Error.WriteLine($"Nothing called '{subject}' can be probed.");
        return 2;
}
var width = Vector512.IsHardwareAccelerated ? 512
    : Vector256.IsHardwareAccelerated ? 256
    : Vector128.IsHardwareAccelerated ? 128
    : 0;
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"width={width} vector={8 * Vector<byte>.Count} hash={hash.Value:x16}"));
return 0;
