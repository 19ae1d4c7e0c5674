using System.Diagnostics;
using System.Globalization;
using Experiments.Runs;

namespace Commands.Screen;

/// <summary>How far a study has come: one line that is overwritten on a terminal, a line every few seconds elsewhere.</summary>
internal sealed class ProgressLine(Terminal terminal)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly Stopwatch sinceLine = Stopwatch.StartNew();
    private int shown;
    private bool isLost;

    /// <summary>Shows progress; called by one thread at a time.</summary>
    public void Show(Progress progress) => Show(progress, "");

    /// <summary>Shows progress of one study of several, with a label before it.</summary>
    public void Show(Progress progress, string label)
    {
        var text = Text(label, progress, terminal.ErrorWidth);
        if (terminal.IsErrorLive)
        {
            // Spaces instead of an escape wipe what a longer line left.
            Write($"\r{text.PadRight(shown)}");
            shown = text.Length;
        }
        else if (sinceLine.Elapsed >= Pause)
        {
            Write(text + terminal.Error.NewLine);
            sinceLine.Restart();
        }
    }

    /// <summary>Removes the line.</summary>
    public void End()
    {
        if (shown > 0)
            Write($"\r{new string(' ', shown)}\r");
        shown = 0;
    }

    /// <summary>A study goes on when its terminal goes away, as at a logout.</summary>
    private void Write(string text)
    {
        if (isLost)
            return;
        try
        {
            terminal.Live.Write(text);
        }
        catch (Exception exception) when (Terminal.IsLost(exception))
        {
            isLost = true;
        }
    }

    /// <summary>As much as there is room for: a line that ends beyond the terminal's edge could not be overwritten.</summary>
    private static string Text(string label, Progress progress, int width)
    {
        var rate = progress.RunsPerSecond.ToString(progress.RunsPerSecond < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);
        var left = progress.TimeLeft is { Ticks: > 0 } time ? $", {Duration.About(time, progress.Uncertainty)} left" : "";
        var runs = string.Create(CultureInfo.InvariantCulture, $"{progress.Done}/{progress.Total} runs");
        string[] texts = [$"{label}{runs}, {rate} runs/s{left}", $"{label}{runs}{left}", label + runs, runs];
        return texts.FirstOrDefault(text => text.Length < width) ?? "";
    }
}
