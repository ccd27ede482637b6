using System.CommandLine;

namespace Gongkai.Shape
{
    public sealed class CommandsTests
    {
        [Fact]
        public void Commands_are_internal_static_classes_with_Create() => Guard.Holds(CommandsGuard.Breaches(SourceTypes.All));

        [Fact]
        public void Finds_a_command_of_another_form() => Guard.Bites(
            CommandsGuard.Breaches([typeof(Planted.Commands.GoodCommand), typeof(Planted.Commands.OpenCommand), typeof(Planted.Commands.EmptyCommand), typeof(Planted.Commands.Line)]),
            "OpenCommand is a command",
            "EmptyCommand is a command");
    }
}

namespace Gongkai.Planted.Commands
{
    internal static class GoodCommand
    {
        public static Command Create() => new("good");
    }

    public static class OpenCommand
    {
        public static Command Create() => new("open");
    }

    internal static class EmptyCommand;

    internal sealed record Line(string Text);
}
